import { textEm } from '@shared/domain/calendar/sheet/measure';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf, dayOfNumber } from '@shared/lib/time';
import { translator } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import type { Format } from '@/ui/format';
import { pointsDetail } from '../timeline/points-words';
import { timelineMessages } from '../timeline/timeline.messages';
import type { SheetWords } from './member-sheet';
import type { SheetData } from './read-sheet';
import { sheetMessages } from './sheet.messages';
import { LINE_EM } from './sheet-document';
import type { SheetItem, SheetSection } from './sheet-plan.rules';
import { joinFitting, packWords, textLines } from './sheet-text';

const MOST_TAG_LINES = 7;
/** What is left of a line behind date, amount and status. */
const GOODS_EM = LINE_EM - 27;

/** Tags with reasons, latest orders, points, comments and the note, in the order of the page. */
export function sheetSections(data: SheetData, words: SheetWords, format: Format): SheetSection[] {
  const t = translator(sheetMessages, words.language);
  const said = (key: 'restTags' | 'restOrders' | 'restPoints' | 'restComments') => (n: number) =>
    t(key, { n: format.count(n) });
  const { orders, comments, ledger, member } = data;
  const quadrant = data.scores.quadrant;
  return [
    ...(quadrant === undefined
      ? []
      : [
          {
            title: t('quadrant'),
            items: [[words.sentence({ kind: 'quadrant', isAny: [quadrant] })]],
            least: 1,
            rest: () => '',
          },
        ]),
    tagSection(data, words, format),
    {
      title: t('orders'),
      items: orders.rows.map((order) => [orderRow(order, words, format)]),
      least: 9,
      rest: said('restOrders'),
      more: orders.total - orders.rows.length,
    },
    {
      title: t('points'),
      items: ledger.entries.map((entry): SheetItem => {
        const what = words.points.what(entry);
        const detail = pointsDetail(words.points, entry);
        const line = joinFitting(
          [format.date(entry.at), what, ...(detail === '' ? [] : [detail])],
          '   ',
          LINE_EM,
          () => '',
        );
        return [line];
      }),
      least: 5,
      rest: said('restPoints'),
      more: ledger.total - ledger.entries.length,
    },
    {
      title: t('comments'),
      items: comments.rows.map((comment) => commentLines(comment, words, format)),
      least: 6,
      rest: said('restComments'),
      more: comments.total - comments.rows.length,
    },
    {
      title: t('note'),
      items:
        member.note === undefined
          ? []
          : [textLines(member.note, LINE_EM, 4, t('restText', { n: member.note.length }))],
      least: 4,
      rest: () => '',
    },
  ];
}

function tagSection(
  { assignments, ruleTags }: SheetData,
  words: SheetWords,
  format: Format,
): SheetSection {
  const { language, tagName } = words;
  const t = translator(sheetMessages, language);
  const common = translator(wordsMessages, language);
  const given = assignments.rows.flatMap(({ tagId, source, reason }) => {
    const name = tagName(tagId);
    return name === undefined ? [] : [`${name} (${reason ?? common(`tagSource.${source}`)})`];
  });
  const byDay = new Map<number, string[]>();
  for (const { tagId, day } of ruleTags) {
    const name = tagName(tagId);
    if (name !== undefined) byDay.set(day, [...(byDay.get(day) ?? []), name]);
  }
  const lines = [
    ...packWords('', given, t('joint'), LINE_EM),
    ...[...byDay].flatMap(([day, names]) => {
      const since = format.fullDay(dayOfNumber(day));
      return packWords(t('byRule', { day: since }), names, t('joint'), LINE_EM);
    }),
  ];
  const shown = lines.slice(0, lines.length > MOST_TAG_LINES ? MOST_TAG_LINES - 1 : undefined);
  const unread = assignments.total - assignments.rows.length;
  const hidden = lines.slice(shown.length).reduce((sum, line) => sum + line.words, unread);
  return {
    title: t('tags'),
    items: shown.map((line) => [line.text]),
    least: MOST_TAG_LINES,
    rest: (cut) => {
      // Lines that found no room either hold tags as well.
      const lost = shown.slice(shown.length - (cut - hidden)).map((line) => line.words);
      const more = cut > hidden ? lost.reduce((sum, words) => sum + words, 0) : 0;
      return t('restTags', { n: format.count(hidden + more) });
    },
    more: hidden,
  };
}

function orderRow(
  order: SheetData['orders']['rows'][number],
  { language }: SheetWords,
  format: Format,
): string[] {
  const t = translator(sheetMessages, language);
  const word = translator(wordsMessages, language);
  const isCounted = order.status !== 'pending' && order.status !== 'cancelled';
  const marks = [
    ...(order.refundFen > 0 ? [t('refund', { amount: format.money(order.refundFen) })] : []),
    ...(order.orderedAt > Date.now() ? [t('inFuture')] : []),
  ];
  const goods = order.lines.map(({ product, quantity }) => `${product}×${quantity}`);
  const status = word(`orderStatus.${order.status}`);
  const text = marks.join(' ');
  const room = GOODS_EM - (text === '' ? 0 : textEm(text) + 1);
  return [
    format.fullDay(dayOf(order.orderedAt, DEFAULT_TIME_ZONE)),
    format.money(order.amountFen),
    isCounted ? status : `${status} ${t('notCounted')}`,
    [text, joinFitting(goods, t('joint'), room, (n) => t('restGoods', { n }))]
      .filter((it) => it !== '')
      .join(' '),
  ];
}

function commentLines(
  { at, text, feeling, topic }: SheetData['comments']['rows'][number],
  { language }: SheetWords,
  format: Format,
): string[] {
  const t = translator(sheetMessages, language);
  const word = translator(timelineMessages, language);
  const head = `${format.date(at)} [${word(`feeling.${feeling}`)} · ${word(`topic.${topic}`)}] `;
  const flat = text.replaceAll(/\s+/g, ' ');
  return textLines(`${head}${flat}`, LINE_EM, 2, t('restText', { n: text.length }));
}
