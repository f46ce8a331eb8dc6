export const MARK_SHAPES = ['circle', 'square', 'triangle', 'diamond'] as const;
export type MarkShape = (typeof MARK_SHAPES)[number];

type MarkProps = { shape: MarkShape; x: number; y: number; size: number };

/** A point's shape, so that series are told apart without colour. */
export function Mark({ shape, x, y, size }: MarkProps) {
  const half = size / 2;
  switch (shape) {
    case 'circle':
      return <circle cx={x} cy={y} r={half} />;
    case 'square':
      return <rect x={x - half * 0.9} y={y - half * 0.9} width={size * 0.9} height={size * 0.9} />;
    case 'triangle':
      return (
        <path d={`M${x} ${y - half * 1.1}L${x + half * 1.1} ${y + half}H${x - half * 1.1}Z`} />
      );
    case 'diamond':
      return (
        <path
          d={`M${x} ${y - half * 1.2}L${x + half * 1.2} ${y}L${x} ${y + half * 1.2}L${x - half * 1.2} ${y}Z`}
        />
      );
  }
}

/** The same as part of a legend; `frame` is what is drawn as a dashed outline. */
export function MarkSample({ shape, colour }: { shape: MarkShape | 'frame'; colour: string }) {
  if (shape === 'frame') {
    return (
      <svg
        width={12}
        height={12}
        aria-hidden
        style={{ fill: 'none', stroke: colour, flex: 'none' }}
      >
        <rect x={1.5} y={1.5} width={9} height={9} rx={1} strokeDasharray="3 2" />
      </svg>
    );
  }
  return (
    <svg width={12} height={12} aria-hidden style={{ fill: colour, flex: 'none' }}>
      <Mark shape={shape} x={6} y={6} size={10} />
    </svg>
  );
}
