import type { SheetLook } from './sheet.types';
import { fontFamily, QUOTES_RULE } from './sheet-style';

const TINTS = `
.morning { --tint: #fbf3d9; --edge: #c9a93f; --text: #6f5410; }
.noon { --tint: #e2f0fa; --edge: #5a9bc9; --text: #1f567c; }
.evening { --tint: #fde8da; --edge: #d98550; --text: #8a451b; }
.night { --tint: #e6e6f6; --edge: #7678c4; --text: #3f408c; }`;

/** A picture for the phone is looked at on a screen, so it is always in colour. */
export function posterStyle(look: SheetLook, widthPx: number): string {
  return `
${look.language === 'en' ? QUOTES_RULE : ''}
html, body { margin: 0; background: #fbfaf7; }
.sheet { width: ${widthPx}px; }
:where(.sheet, .sheet *) { box-sizing: border-box; margin: 0; padding: 0; }
.poster { width: ${widthPx}px; background: #fbfaf7; color: #1b2430; padding-bottom: 48px; line-height: 1.4;
  font-family: ${fontFamily(look.language)}; font-size: 32px;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.icon { width: 1em; height: 1em; vertical-align: -0.12em; }
header { background: #0f766e; color: #fff; padding: 56px 56px 48px; margin-bottom: 36px; position: relative; }
header .logo { display: block; max-height: 110px; max-width: 320px; object-fit: contain; background: #fff;
  border-radius: 16px; padding: 10px; margin-bottom: 28px; }
h1 { font-size: 64px; font-weight: 700; line-height: 1.2; }
.range { font-size: 44px; font-weight: 600; margin-top: 14px; }
.kind { font-size: 32px; margin-top: 6px; }
.greeting { font-size: 34px; margin-top: 24px; padding-top: 24px; border-top: 2px solid rgb(255 255 255 / 40%); }
.mark { display: inline-block; margin-top: 20px; border: 2px solid #fff; border-radius: 8px; padding: 2px 16px; font-size: 28px; }
.card { background: #fff; border: 2px solid #e6e3db; border-radius: 24px; margin: 0 36px 28px; padding: 28px 32px; }
h2 { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 20px; font-size: 40px; font-weight: 600; padding-bottom: 18px; }
h2 b { font-weight: 700; color: #0f766e; }
.facts { font-size: 28px; font-weight: 400; color: #5b6675; }
.facts b { color: #1b2430; font-weight: 600; }
.rest { border: 2px solid #1b2430; border-radius: 8px; padding: 0 10px; color: #1b2430; font-weight: 700; }
.rest.makeUp { background: #1b2430; color: #fff; }
.row { display: flex; gap: 24px; padding: 18px 0; border-top: 2px solid #e6e3db; }
.when { flex: none; width: 136px; border-radius: 14px; background: var(--tint); color: var(--text); text-align: center;
  padding: 14px 0; align-self: flex-start; }
.when .icon { display: block; width: 40px; height: 40px; margin: 0 auto 4px; }
.when b, .when span { display: block; }
.when b { font-size: 32px; } .when span { font-size: 25px; }
.items { flex: 1; min-width: 0; display: flex; flex-direction: column; gap: 18px; }
.item { border-left: 6px solid var(--edge); padding-left: 18px; }
.what { font-size: 36px; font-weight: 600; line-height: 1.35; }
.meta { font-size: 27px; color: #5b6675; }
.free { font-size: 30px; color: #5b6675; }
.note { white-space: pre-wrap; font-size: 32px; } .note b { display: block; color: #0f766e; }
.scan { display: flex; gap: 32px; align-items: center; }
.qr { flex: none; width: 300px; height: 300px; object-fit: contain; }
.scan p { font-size: 32px; } .scan b { display: block; font-size: 40px; }
${TINTS}`;
}
