import encodeQR from 'qr';
import { useMemo } from 'react';
import classes from '../sync.module.css';

/** A text as a picture to scan; dark on white in either theme, as scanners want it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => draw(text), [text]);
  return (
    <svg
      className={classes.qr}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      data-testid="invite-qr"
    >
      <path d={path} fill="#000000" />
    </svg>
  );
}

/** One path of all dark squares, row by row; squares side by side are drawn as one. */
function draw(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const parts: string[] = [];
  rows.forEach((row, y) => {
    let x = 0;
    while (x < row.length) {
      let end = x;
      while (row[end] === true) end += 1;
      if (end > x) parts.push(`M${x} ${y}h${end - x}v1h-${end - x}z`);
      x = Math.max(end, x + 1);
    }
  });
  return { size: rows.length, path: parts.join('') };
}
