import type { PrintJob } from '@shared/contracts/ipc';
import { textEm } from '@shared/domain/calendar/sheet/measure';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import type { Language } from '@/app/i18n/i18n';
import { translator } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { createFormat } from '@/ui/format';
import { panelMessages } from '../panel/panel.messages';
import { roundedEstimate } from '../rounded-estimate';
import type { PointsWords } from '../timeline/points-words';
import type { SheetData } from './read-sheet';
import { sheetMessages } from './sheet.messages';
import {
  fixedLines,
  LINE_EM,
  memberSheetDocument,
  PAGE_LINES,
  type SheetField,
} from './sheet-document';
import { planSections } from './sheet-plan.rules';
import { sheetSections } from './sheet-sections';
import { textLines } from './sheet-text';

export type SheetWords = {
  language: Language;
  /** Everything private is covered, amounts too. */
  isMasked: boolean;
  /** Phone, WeChat ID and address as they are. */
  showIds: boolean;
  tagName: (id: string) => string | undefined;
  points: PointsWords;
  level: string;
  sentence: (rule: Rule) => string;
};

/** One page about a member, ready for paper or PDF. */
export function memberSheetJob(data: SheetData, words: SheetWords): PrintJob {
  const { language, isMasked, showIds } = words;
  const t = translator(sheetMessages, language);
  const format = createFormat({ language, timeZone: DEFAULT_TIME_ZONE, isMasked });
  const fields = fieldsOf(data, words);
  const figures = figuresOf(data, words);
  const budget = PAGE_LINES - fixedLines(fields, figures);
  const { name } = data.member;
  const html = memberSheetDocument({
    language,
    name: name.length > 24 ? `${name.slice(0, 23)}…` : name,
    subtitle: [
      translator(wordsMessages, language)(`identity.${data.member.identity}`),
      words.level,
    ].join(' · '),
    fields,
    figures,
    sections: planSections(sheetSections(data, words, format), budget),
    foot: {
      left: [
        t('foot', { date: format.dateTime(Date.now()) }),
        ...(showIds && !isMasked ? [] : [t('masked')]),
      ].join(' · '),
      right: t('page'),
    },
  });
  const day = dayOf(Date.now(), DEFAULT_TIME_ZONE);
  const safeName = name.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 60);
  return {
    html,
    pageSize: 'A4',
    landscape: false,
    suggestedName: `${t('fileName', { name: safeName, day })}.pdf`,
  };
}

const coverEnd = (text: string) => `${text.slice(0, 2)}***`;

function fieldsOf({ member }: SheetData, { language, isMasked, showIds }: SheetWords) {
  const t = translator(panelMessages, language);
  const words = translator(wordsMessages, language);
  const ids = createFormat({
    language,
    timeZone: DEFAULT_TIME_ZONE,
    isMasked: isMasked || !showIds,
  });
  const isCovered = isMasked || !showIds;
  const phone = member.phone ?? member.phoneMasked;
  const fields: [string, string | undefined][] = [
    [t('phone'), phone && ids.phone(phone)],
    [t('wechatId'), member.wechatId && (isCovered ? coverEnd(member.wechatId) : member.wechatId)],
    [t('groupNickname'), member.groupNickname],
    [t('channel'), member.channel],
    [t('region'), member.region],
    [t('gender'), member.gender && words(`gender.${member.gender}`)],
    [t('birthday'), member.birthday],
    [t('joinedAt'), member.joinedAt === undefined ? undefined : ids.date(member.joinedAt)],
    [t('source'), words(`memberSource.${member.source}`)],
    [t('address'), member.address && ids.address(member.address)],
  ];
  return fields.flatMap(([label, value]): SheetField[] => {
    if (value === undefined || value === '') return [];
    const room = LINE_EM - textEm(label) - 2;
    const flat = value.replaceAll(/\s+/g, ' ');
    return [{ label, value: textLines(flat, room, 1, ` (${value.length})`)[0] ?? '' }];
  });
}

function figuresOf(
  { stats, ledger, scores }: SheetData,
  { language, isMasked }: SheetWords,
): SheetField[] {
  const t = translator(panelMessages, language);
  const sheet = translator(sheetMessages, language);
  const format = createFormat({ language, timeZone: DEFAULT_TIME_ZONE, isMasked });
  const figures: SheetField[] = [];
  if (stats) {
    figures.push(
      { label: t('spent'), value: format.moneySummary(stats.amountFen) },
      { label: t('orders'), value: format.count(stats.orderCount) },
      { label: t('average'), value: format.money(Math.round(stats.amountFen / stats.orderCount)) },
      { label: t('refunds'), value: format.money(stats.refundFen) },
      { label: t('lastOrder'), value: format.date(stats.lastOrderAt) },
    );
  } else {
    figures.push({ label: t('orders'), value: '0' });
  }
  if (scores.rfm !== undefined) figures.push({ label: t('rfm'), value: [...scores.rfm].join('·') });
  if (scores.ltvFen !== undefined) {
    figures.push({ label: t('ltv'), value: roundedEstimate(scores.ltvFen, format) });
  }
  figures.push(
    { label: sheet('balance'), value: format.count(ledger.balance) },
    { label: sheet('pending'), value: format.count(ledger.pending) },
  );
  return figures;
}
