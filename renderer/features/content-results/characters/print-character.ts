import type { Character } from '@shared/domain/content-results/character.schema';
import { escapeHtml } from '@shared/lib/html';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { translator } from '@/app/i18n/messages';
import { readAssetDataUrl } from '@/features/assets';
import { bridge } from '@/platform/bridge';
import { charactersMessages } from './characters.messages';

const STYLE =
  '@page{size:A4;margin:16mm}body{font:12pt/1.6 "PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif;color:#000;margin:0}' +
  'header{display:flex;gap:6mm;align-items:center;border-bottom:.5mm solid #000;padding-bottom:4mm;margin-bottom:5mm}' +
  'img{width:32mm;height:32mm;object-fit:cover;border:.3mm solid #000}h1{font-size:26pt;line-height:1.2;margin:0}' +
  'header p{margin:1mm 0 0;font-size:13pt}dt{font-weight:700;break-after:avoid}' +
  'dd{margin:0 0 4mm;white-space:pre-wrap;overflow-wrap:anywhere}';

/** Prints the card, for the wall beside whoever writes. */
export async function printCharacter(character: Character): Promise<void> {
  const t = translator(charactersMessages);
  const lines = [
    ['persona', character.persona],
    ['voiceRules', character.voiceRules],
    ['catchphrases', character.catchphrases.join('\n')],
    ['topics', character.topics.join('\n')],
    ['productWords', character.productWords.join('\n')],
  ] as const;
  const rows = [...lines, ['episodesPerWeek', String(character.episodesPerWeek)] as const]
    .filter(([, text]) => text !== undefined && text !== '')
    .map(([key, text]) => `<dt>${escapeHtml(t(key))}</dt><dd>${escapeHtml(text ?? '')}</dd>`);
  try {
    // A picture that is gone from the box is left out; the card is still worth printing.
    const url = character.assetId && (await readAssetDataUrl(character.assetId).catch(() => null));
    const picture = url ? `<img src="${escapeHtml(url)}" alt="">` : '';
    const html =
      `<!doctype html><html lang="${currentLanguage()}"><head><meta charset="utf-8"><style>${STYLE}</style></head>` +
      `<body><header>${picture}<div><h1>${escapeHtml(character.name)}</h1><p>${escapeHtml(character.tagline ?? t('cardOf'))}</p></div></header>` +
      `<dl>${rows.join('')}</dl></body></html>`;
    const { printed } = await bridge.printOnPaper({
      html,
      pageSize: 'A4',
      landscape: false,
      suggestedName: `${t('cardOf')} ${character.name}.pdf`,
    });
    if (printed) showDone(t('printed'));
  } catch (error) {
    showProblem(error);
  }
}
