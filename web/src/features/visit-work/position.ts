const WAIT_MS = 8_000;

/** Where the device is; nothing when it does not say, for a visit never waits for that. */
export async function readPosition(): Promise<{ latitude?: number; longitude?: number }> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      resolve({});
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude }),
      () => resolve({}),
      { timeout: WAIT_MS, maximumAge: 60_000 },
    );
  });
}
