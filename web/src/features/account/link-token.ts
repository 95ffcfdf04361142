/**
 * Takes the token out of a link in a message. It stands after `#`, which browsers send to nobody, and leaves the address bar at
 * once, so that it is in no history, bookmark or picture of the screen.
 */
export function takeLinkToken(location: Location, history: History): string {
  const token = decodeURIComponent(location.hash.slice(1));
  if (token) history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
