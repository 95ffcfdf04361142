import { create } from 'qrcode';

/** Empty modules around the code that readers need to find it. */
export const quietZone = 4;

/** The dark modules of a QR code as one SVG path, a module one unit wide, and the edge with its quiet zone. */
export function toQrPath(text: string): { path: string; edge: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (__, column) =>
      modules.get(row, column) ? `M${column + quietZone} ${row + quietZone}h1v1h-1z` : '',
    ).join(''),
  );
  return { path: rows.join(''), edge: modules.size + 2 * quietZone };
}
