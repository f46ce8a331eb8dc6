import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PDF as poppler reads it: pages, their size in points, and all text without its spaces. */
export async function readPdf(
  path: string,
): Promise<{ pages: number; size: string; text: string }> {
  const info = (await run('pdfinfo', [path])).stdout;
  const text = (await run('pdftotext', ['-raw', path, '-'])).stdout;
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
    size: /Page size:\s+([\d.]+ x [\d.]+)/.exec(info)?.[1] ?? '',
    text: withoutSpaces(text),
  };
}

/** Whether every font that a PDF uses lies inside of it. */
export async function hasAllFonts(path: string): Promise<boolean> {
  const lines = (await run('pdffonts', [path])).stdout.trim().split('\n').slice(2);
  // From the right: object and generation, unicode, subset, embedded.
  return lines.length > 0 && lines.every((line) => line.trim().split(/\s+/).at(-5) === 'yes');
}

/** How many pictures a PDF holds. */
export async function countPictures(path: string): Promise<number> {
  const lines = (await run('pdfimages', ['-list', path])).stdout.trim().split('\n').slice(2);
  return lines.filter((line) => / image /.test(line)).length;
}

/** Lines are broken where the paper ends, so spaces say nothing. */
export function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
