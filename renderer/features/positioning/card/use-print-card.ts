import type { Positioning } from '@shared/domain/positioning/positioning.schema';
import { CARD_LINES, judgeCard } from '@shared/domain/positioning/verdict.rules';
import { escapeHtml } from '@shared/lib/html';
import { useCallback, useRef } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { bridge } from '@/platform/bridge';
import { usePrintCommand } from '@/ui/print-command';
import { positioningMessages } from '../positioning.messages';
import { questionsByKind } from '../questions';

const STYLE =
  '@page{size:A4;margin:18mm}body{font:11pt/1.5 "PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif;color:#000;margin:0}' +
  'h1{font-size:20pt;margin:0 0 2mm}p{margin:0 0 4mm}dt{font-weight:700}dd{margin:0 0 3mm;white-space:pre-wrap;overflow-wrap:anywhere;max-height:30mm;overflow:hidden}' +
  'table{width:100%;border-collapse:collapse;margin-top:4mm}td{border-top:.3mm solid #000;padding:1mm;vertical-align:top;font-size:10pt}td+td{width:24mm}';

/** Prints a card on one sheet. */
export function usePrintCard(card: Positioning): () => Promise<void> {
  const t = useMessages(positioningMessages);
  const say = useBilingual();
  const questions = questionsByKind[card.kind];
  const print = async () => {
    const { kind, yes, no, unsure, blank } = judgeCard(
      card,
      questions.map(({ key }) => key),
    );
    const lines = CARD_LINES.map(
      (line) =>
        `<dt>${escapeHtml(t(`line.${line}`))}</dt><dd>${escapeHtml(card[line] || '—')}</dd>`,
    );
    const answers = questions.map(
      ({ key, text }) =>
        `<tr><td>${escapeHtml(say(text))}</td><td>${escapeHtml(
          t(card.answers?.[key]?.verdict ?? 'unsure'),
        )}</td></tr>`,
    );
    const verdict = t(`verdict.${kind}`, { yes, no, unsure, blank: blank.length });
    const html =
      `<!doctype html><html lang="${currentLanguage()}"><head><meta charset="utf-8"><style>${STYLE}</style></head>` +
      `<body><h1>${escapeHtml(card.name)}</h1><p>${escapeHtml(t(`kind.${card.kind}`))}</p>` +
      `<dl>${lines.join('')}</dl><table>${answers.join('')}</table><p><b>${escapeHtml(verdict)}</b></p></body></html>`;
    try {
      const { printed } = await bridge.printOnPaper({
        html,
        pageSize: 'A4',
        landscape: false,
        suggestedName: `${t('title')}.pdf`,
      });
      if (printed) showDone(t('printed'));
    } catch (error) {
      showProblem(error);
    }
  };
  const latest = useRef(print);
  latest.current = print;
  usePrintCommand(useCallback(() => void latest.current(), []));
  return print;
}
