import { groupQrState } from '@shared/domain/assets/licence.rules';
import { columnChoices } from '@shared/domain/calendar/column.schema';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { fillSendText } from '@shared/domain/calendar/send-text.rules';
import type { SheetHead, SheetItem } from '@shared/domain/calendar/sheet/sheet.types';
import type { Group } from '@shared/domain/groups/group.schema';
import type { Language } from '@/app/i18n/i18n';
import { translator } from '@/app/i18n/messages';
import { columnTemplates } from '@/features/content-items';
import { createFormat } from '@/ui/format';
import { ALL_TOGETHER, EACH_GROUP, type PrintChoices, type PrintSpan } from './print-choices';
import { spanRange } from './print-days';
import { sheetMessages } from './sheet.messages';
import { sheetTitle } from './sheet-title';
import { weekPrintMessages } from './week-print.messages';
import type { PrintedPlan } from './week-print.queries';

/** Everything that decides what is printed. */
export type PrintOrder = {
  span: PrintSpan;
  /** Any day of the span. */
  day: string;
  today: string;
  choices: PrintChoices;
  language: Language;
  plan: PrintedPlan;
  /** QR pictures as data URLs, by the asset's id. */
  qrPictures: ReadonlyMap<string, string>;
};

/** What one sheet (or one poster) tells: for all groups together, or for one of them. */
export type PrintPart = {
  head: SheetHead;
  items: SheetItem[];
  /** Who gets the items that name no groups. */
  groupNames: string[];
  note?: string;
};

const isFor = (item: ContentItem, group: Group) =>
  item.groupIds.length === 0 || item.groupIds.includes(group.id);

/** The groups that get sheets of their own; none when one sheet tells everything. */
export function chosenGroups({ groups }: PrintedPlan, choice: string): readonly Group[] {
  if (choice === ALL_TOGETHER) return [];
  if (choice === EACH_GROUP) return groups;
  return groups.filter(({ id }) => id === choice);
}

/** A QR code works up to its last day; an old one would send people to a closed door. */
export function isQrValid(group: Group, today: string): boolean {
  const state = groupQrState(group, today);
  return state !== 'none' && state !== 'over';
}

function headOf(order: PrintOrder, title: string, group: Group | undefined): SheetHead {
  const { span, day, choices, language, plan, qrPictures, today } = order;
  const t = translator(sheetMessages, language);
  const format = createFormat({ language, timeZone: plan.timeZone, isMasked: false });
  const greeting = choices.greeting.trim();
  const picture =
    group && choices.hasQr && isQrValid(group, today)
      ? qrPictures.get(group.qrAssetId ?? '')
      : undefined;
  const until = group?.qrUntil;
  return {
    title,
    range: spanRange(span, day, language),
    subtitle: t(`subtitle.${span}`),
    ...(greeting !== '' && { greeting }),
    ...(choices.hasLogo && plan.logo && { logo: plan.logo.picture }),
    ...(picture !== undefined && {
      qr: {
        picture,
        caption: until === undefined ? t('qr') : t('qrUntil', { day: format.day(until) }),
      },
    }),
  };
}

function sheetItems(order: PrintOrder, group: Group | undefined): SheetItem[] {
  const { plan, language } = order;
  const columns = columnChoices(columnTemplates, plan.columns, language);
  const columnNames = new Map(columns.map(({ id, name }) => [id, name]));
  const names = new Map(plan.groups.map(({ id, name }) => [id, name]));
  const fill = (text: string, day: string) =>
    group === undefined
      ? text
      : fillSendText(text, {
          day,
          groupName: group.name,
          groupVariables: group.variables,
          workspaceVariables: plan.variables,
          workspaceName: plan.workspaceName,
        }).text;
  return plan.items
    .filter((item) => group === undefined || isFor(item, group))
    .map(({ columnId, groupIds, ...item }) => {
      const columnName = columnId === undefined ? undefined : columnNames.get(columnId);
      const known = groupIds.flatMap((id) => names.get(id) ?? []);
      const isForSome = group === undefined && known.length > 0 && known.length < names.size;
      return {
        ...item,
        title: fill(item.title, item.date),
        ...(item.text !== undefined && { text: fill(item.text, item.date) }),
        ...(columnName !== undefined && { columnName }),
        ...(isForSome && { groupNames: known }),
      };
    });
}

/** The sheets of an order, one for all or one for each of the chosen groups. */
export function printParts(order: PrintOrder): PrintPart[] {
  const { plan, choices, language, span } = order;
  const fallback = translator(weekPrintMessages, language)('defaultTitle');
  const note = choices.hasNote && span !== 'month' ? plan.plan?.note : undefined;
  const part = (title: string, group: Group | undefined, groupNames: string[]): PrintPart => ({
    head: headOf(order, title, group),
    items: sheetItems(order, group),
    groupNames,
    ...(note !== undefined && { note }),
  });
  const groups = chosenGroups(plan, choices.groups);
  if (groups.length > 0) return groups.map((group) => part(group.name, group, [group.name]));
  const title = sheetTitle(plan, fallback);
  const only = plan.groups.length === 1 ? plan.groups[0] : undefined;
  return [
    part(
      title,
      only,
      plan.groups.map(({ name }) => name),
    ),
  ];
}

/** What a file of this order is called, without its ending. */
export function fileName(order: PrintOrder, title: string): string {
  const { span, day, choices, language, plan } = order;
  const t = translator(sheetMessages, language);
  const first = span === 'day' ? day : (plan.days[0] ?? day);
  const name = t(`fileName.${span}`, { title, day: span === 'month' ? first.slice(0, 7) : first });
  return choices.edition === 'internal' ? t('internalName', { name }) : name;
}
