import { POSTER_WIDTH_PX } from '@shared/domain/calendar/sheet/paper';
import { ExpectedError } from '@shared/lib/errors';
import { type BrowserWindow, type NativeImage, nativeImage } from 'electron';
import { loadPage, withLimit } from './load-page';
import { openDrawingWindow } from './print-window';

/** No higher at once: a drawing surface has a largest size that differs from machine to machine. */
const SLICE_PX = 4000;
/** Below each slice a strip in the slice's own colour tells that this very slice is drawn. */
const STRIP_PX = 8;
const LOOK_AGAIN_MS = 20;
const SLICE_LIMIT_MS = 15_000;
/** Bytes of a pixel: blue, green, red, alpha. */
const PIXEL = 4;

/** Pages here run no script, so the height is asked of the browser itself. */
async function pageHeight({ webContents }: BrowserWindow): Promise<number> {
  webContents.debugger.attach('1.3');
  try {
    const metrics = await webContents.debugger.sendCommand('Page.getLayoutMetrics');
    return Math.ceil((metrics as { cssContentSize: { height: number } }).cssContentSize.height);
  } finally {
    webContents.debugger.detach();
  }
}

const stripColour = (index: number) => ({ red: 40 + ((index * 67) % 200), green: 9, blue: 201 });

function showsStrip(image: NativeImage, index: number): boolean {
  const { width, height } = image.getSize();
  const scale = width / POSTER_WIDTH_PX;
  const row = height - Math.max(1, Math.round((STRIP_PX * scale) / 2));
  const at = (row * width + Math.floor(width / 2)) * PIXEL;
  const bitmap = image.toBitmap();
  const { red, green, blue } = stripColour(index);
  const near = (a: number | undefined, b: number) => Math.abs((a ?? -99) - b) <= 3;
  return near(bitmap[at], blue) && near(bitmap[at + 1], green) && near(bitmap[at + 2], red);
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function captureSlice(
  window: BrowserWindow,
  fromPx: number,
  heightPx: number,
  index: number,
) {
  const { webContents } = window;
  const { red, green, blue } = stripColour(index);
  window.setContentSize(POSTER_WIDTH_PX, heightPx + STRIP_PX);
  const style = await webContents.insertCSS(
    `::-webkit-scrollbar { display: none; } html { margin-top: -${fromPx}px !important; }
    html::before { content: ''; position: fixed; z-index: 9; left: 0; right: 0; bottom: 0;
      height: ${STRIP_PX}px; background: rgb(${red} ${green} ${blue}); }`,
  );
  let image = await webContents.capturePage();
  while (image.isEmpty() || !showsStrip(image, index)) {
    webContents.invalidate();
    await pause(LOOK_AGAIN_MS);
    image = await webContents.capturePage();
  }
  await webContents.removeInsertedCSS(style);
  const { width, height } = image.getSize();
  const scale = width / POSTER_WIDTH_PX;
  const whole = image.crop({ x: 0, y: 0, width, height: height - Math.round(STRIP_PX * scale) });
  // A dense screen draws more pixels than the picture shall have.
  return scale === 1
    ? whole
    : whole.resize({ width: POSTER_WIDTH_PX, height: heightPx, quality: 'best' });
}

async function drawPoster(window: BrowserWindow, html: string): Promise<NativeImage> {
  await loadPage(window, html);
  const height = await pageHeight(window);
  const rows: Buffer[] = [];
  for (let top = 0, index = 0; top < height; top += SLICE_PX, index += 1) {
    const heightPx = Math.min(SLICE_PX, height - top);
    const slice = await withLimit(captureSlice(window, top, heightPx, index), SLICE_LIMIT_MS);
    rows.push(slice.toBitmap());
  }
  const bitmap = Buffer.concat(rows);
  if (bitmap.length !== POSTER_WIDTH_PX * height * PIXEL) throw new ExpectedError('picture-failed');
  return nativeImage.createFromBitmap(bitmap, { width: POSTER_WIDTH_PX, height });
}

/**
 * Draws pictures 1080 px wide and as high as their text needs, slice by slice, joined without a gap;
 * as PNG, each packed before the next is drawn: a hundred groups' pixels would not fit in memory.
 */
export async function drawPosters(documents: readonly string[]): Promise<Buffer[]> {
  const window = openDrawingWindow({ width: POSTER_WIDTH_PX, height: 800 });
  try {
    const pictures: Buffer[] = [];
    for (const html of documents) pictures.push((await drawPoster(window, html)).toPNG());
    return pictures;
  } finally {
    window.destroy();
  }
}
