export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Quarter turns, clockwise. */
export type Turn = 0 | 1 | 2 | 3;

/** Steps of zooming; 1 shows the whole picture. */
export const zoomSteps = [1, 1.5, 2, 3, 4, 6] as const;

/** The next step up or down; stays at the ends. */
export function stepZoom(zoom: number, direction: 1 | -1): number {
  const next = direction === 1 ? zoomSteps.find((step) => step > zoom) : zoomSteps.findLast((step) => step < zoom);
  return next ?? zoom;
}

export function turnRight(turn: Turn): Turn {
  return ((turn + 1) % 4) as Turn;
}

/**
 * Size to draw a picture at, before it is turned, and the room that it takes once it is. At zoom 1 it lies whole within the
 * stage and is never drawn larger than it is.
 */
export function fitPicture(
  picture: Size,
  stage: Size,
  { turn, zoom }: { turn: Turn; zoom: number },
): { drawn: Size; room: Size } {
  const lies = turn % 2 === 1;
  const upright = lies ? { width: picture.height, height: picture.width } : picture;
  const scale = Math.min(1, stage.width / upright.width, stage.height / upright.height) * zoom;
  const room = { width: upright.width * scale, height: upright.height * scale };
  return { drawn: { width: picture.width * scale, height: picture.height * scale }, room };
}
