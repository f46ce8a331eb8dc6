// npm run icons: draws resources/icons/icon.svg at every size that Windows, macOS and Linux want.
// Electron itself is the painter, so no other program is needed. The results are committed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { _electron } from '@playwright/test';
import { openDisplay } from './lib/display.mjs';
import { runScript, step } from './lib/progress.mjs';
import { inProject } from './lib/project.mjs';
import { setUp } from './lib/setup.mjs';
import { sandboxArgs } from './lib/window-process.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Apple's names of the sizes that hold PNG. */
const APPLE_TYPES = /** @type {const} */ ({
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic08: 256,
  ic13: 256,
  ic09: 512,
  ic14: 512,
  ic10: 1024,
});

/** @param {string} executable @returns {Promise<Map<number, Buffer>>} PNG by size */
async function draw(executable) {
  const display = await openDisplay();
  const svg = readFileSync(inProject('resources', 'icons', 'icon.svg'), 'utf8');
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandboxArgs(), inProject('scripts', 'bench', 'empty-window')],
    env: /** @type {Record<string, string>} */ (display.env),
  });
  try {
    const page = await app.firstWindow();
    const drawn = await page.evaluate(
      async ({ svg, sizes }) => {
        const image = new Image();
        image.src = `data:image/svg+xml;base64,${btoa(svg)}`;
        await image.decode();
        return sizes.map((size) => {
          const canvas = document.createElement('canvas');
          canvas.width = size;
          canvas.height = size;
          canvas.getContext('2d')?.drawImage(image, 0, 0, size, size);
          return canvas.toDataURL('image/png').split(',')[1] ?? '';
        });
      },
      { svg, sizes: SIZES },
    );
    return new Map(SIZES.map((size, at) => [size, Buffer.from(drawn[at] ?? '', 'base64')]));
  } finally {
    await app.close();
    display.stop();
  }
}

/** @param {Map<number, Buffer>} drawn @param {number} size */
function pick(drawn, size) {
  const png = drawn.get(size);
  if (!png) throw new Error(`size ${size} was not drawn`);
  return png;
}

/** A directory of 16 bytes for each picture, then the PNGs. @param {Map<number, Buffer>} drawn */
function makeIco(drawn) {
  const header = Buffer.alloc(6 + 16 * WINDOWS_SIZES.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(WINDOWS_SIZES.length, 4);
  let offset = header.length;
  for (const [at, size] of WINDOWS_SIZES.entries()) {
    const entry = 6 + 16 * at;
    const { length } = pick(drawn, size);
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += length;
  }
  return Buffer.concat([header, ...WINDOWS_SIZES.map((size) => pick(drawn, size))]);
}

/** Chunks of type, length with the header, PNG. @param {Map<number, Buffer>} drawn */
function makeIcns(drawn) {
  /** @param {string} type @param {Buffer} body */
  const chunk = (type, body) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'ascii');
    head.writeUInt32BE(body.length + 8, 4);
    return Buffer.concat([head, body]);
  };
  const chunks = Object.entries(APPLE_TYPES).map(([type, size]) => chunk(type, pick(drawn, size)));
  return chunk('icns', Buffer.concat(chunks));
}

await runScript(async () => {
  const { executable } = await setUp({ needsBuild: false });
  await step('icons', async () => {
    const drawn = await draw(executable);
    const folder = inProject('resources', 'icons');
    mkdirSync(`${folder}/linux`, { recursive: true });
    for (const size of SIZES) {
      writeFileSync(`${folder}/linux/${size}x${size}.png`, pick(drawn, size));
    }
    // The window's own icon on Linux.
    writeFileSync(`${folder}/icon.png`, pick(drawn, 256));
    writeFileSync(`${folder}/icon.ico`, makeIco(drawn));
    writeFileSync(`${folder}/icon.icns`, makeIcns(drawn));
    return { note: `${SIZES.length} sizes`, value: undefined };
  });
});
