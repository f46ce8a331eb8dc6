import type { Chart, Plugin } from 'chart.js';

export type BarMarks = {
  /** Ends of the interval on the value axis. */
  low: number | undefined;
  high: number | undefined;
  /** The reference to compare with. */
  target: number | undefined;
  /** What stands at the end of the bar's row. */
  n: string;
};

export type Drawn = { marks: readonly BarMarks[]; colours: MarkColours };

type MarkColours = { ink: string; quiet: string; reference: string; font: string };

const CAP_PX = 4;
const TARGET_PX = 10;

/** Draws, over horizontal bars, the interval as a whisker, the target dashed, and n on the right. */
export function intervalMarks(read: () => Drawn): Plugin<'bar'> {
  return {
    id: 'intervalMarks',
    afterDatasetsDraw: (chart) => {
      const { ctx, scales } = chart;
      const { x, y } = scales;
      const { marks, colours } = read();
      if (!x || !y) return;
      ctx.save();
      for (const [index, mark] of marks.entries()) {
        const middle = y.getPixelForValue(index);
        if (mark.target !== undefined) {
          drawTarget(ctx, x.getPixelForValue(mark.target), middle, colours.reference);
        }
        if (mark.low !== undefined && mark.high !== undefined) {
          const low = x.getPixelForValue(mark.low);
          drawWhisker(ctx, low, x.getPixelForValue(mark.high), middle, colours.ink);
        }
        drawText(chart, mark.n, middle, colours);
      }
      ctx.restore();
    },
  };
}

function drawWhisker(
  ctx: CanvasRenderingContext2D,
  low: number,
  high: number,
  middle: number,
  colour: string,
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.25;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(low, middle);
  ctx.lineTo(high, middle);
  for (const end of [low, high]) {
    ctx.moveTo(end, middle - CAP_PX);
    ctx.lineTo(end, middle + CAP_PX);
  }
  ctx.stroke();
}

function drawTarget(
  ctx: CanvasRenderingContext2D,
  at: number,
  middle: number,
  colour: string,
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([3, 2]);
  ctx.beginPath();
  ctx.moveTo(at, middle - TARGET_PX);
  ctx.lineTo(at, middle + TARGET_PX);
  ctx.stroke();
}

function drawText(chart: Chart<'bar'>, text: string, middle: number, colours: MarkColours): void {
  const { ctx } = chart;
  ctx.fillStyle = colours.quiet;
  ctx.font = `12px ${colours.font}`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, chart.width - 2, middle);
}
