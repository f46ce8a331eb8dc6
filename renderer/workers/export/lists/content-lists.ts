import type { Asset } from '@shared/domain/assets/asset.schema';
import { checklistText } from '@shared/domain/calendar/checklist-text.rules';
import {
  type ColumnTemplate,
  columnChoices,
  columnTemplateSchema,
} from '@shared/domain/calendar/column.schema';
import type { ContentColumn, ContentItem } from '@shared/domain/calendar/content.schema';
import type { ContentResult } from '@shared/domain/calendar/content-result.schema';
import { SLOTS } from '@shared/domain/calendar/slots';
import type { Character } from '@shared/domain/content-results/character.schema';
import type {
  CalendarColumnKey,
  ContentResultColumnKey,
  SupplierColumnKey,
  WeatherColumnKey,
} from '@shared/domain/export/columns/content-columns';
import type { Group } from '@shared/domain/groups/group.schema';
import type { WeatherDay } from '@shared/domain/weather/weather-day.schema';
import { distinctNames } from '@shared/lib/distinct-names';
import columnTemplates from '../../../../resources/columns/default-columns.json';
import {
  type ExportListDefinition,
  type ListSource,
  rowCells,
  type SourceContext,
  wordOf,
} from './list-source';

const templates: readonly ColumnTemplate[] = columnTemplateSchema.array().parse(columnTemplates);

function byPlace(a: ContentItem, b: ContentItem): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot) || a.position - b.position;
}

function calendarSource(context: SourceContext): ListSource<CalendarColumnKey> {
  const { stored, separator } = context;
  const own = stored.rows('contentColumns') as ContentColumn[];
  const language = context.language === 'en' ? 'en' : 'zh-CN';
  const columns = new Map(
    columnChoices(templates, own, language).map((column) => [column.id, column.name]),
  );
  const groups = new Map((stored.rows('groups') as Group[]).map((group) => [group.id, group.name]));
  const characters = distinctNames(stored.rows('characters') as Character[]);
  const assets = distinctNames(stored.rows('assets') as Asset[]);
  const items = (stored.rows('contentItems') as ContentItem[]).slice().sort(byPlace);
  return rowCells(items, {
    date: (item) => item.date,
    slot: (item) => wordOf(context, 'slot', item.slot),
    time: (item) => item.time,
    title: (item) => item.title,
    column: (item) => columns.get(item.columnId ?? ''),
    form: (item) => wordOf(context, 'form', item.form),
    status: (item) => wordOf(context, 'contentStatus', item.status),
    owner: (item) => item.owner,
    groups: (item) => item.groupIds.flatMap((id) => groups.get(id) ?? []).join(separator),
    text: (item) => item.text,
    note: (item) => item.note,
    voice: (item) => wordOf(context, 'membershipRole', item.voice),
    speaker: (item) => wordOf(context, 'speaker', item.speaker),
    speakerName: (item) => item.speakerName,
    sense: (item) => wordOf(context, 'sense', item.sense),
    character: (item) => characters.get(item.characterId ?? ''),
    assets: (item) => item.assetIds?.flatMap((id) => assets.get(id) ?? []).join('\n'),
    checklist: (item) => item.checklist && checklistText(item.checklist),
    costFen: (item) => item.costFen,
    sentAt: (item) => item.sentAt,
  });
}

function resultSource(context: SourceContext): ListSource<ContentResultColumnKey> {
  const { stored } = context;
  const named = (entity: 'contentColumns' | 'groups') =>
    new Map(
      (stored.rows(entity) as { id: string; name: string }[]).map(({ id, name }) => [id, name]),
    );
  const [columns, groups] = [named('contentColumns'), named('groups')];
  const items = new Map(
    (stored.rows('contentItems') as ContentItem[]).map((item) => [item.id, item]),
  );
  const itemOf = ({ contentItemId = '' }: ContentResult) => items.get(contentItemId);
  const results = (context.stored.rows('contentResults') as ContentResult[])
    .slice()
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return rowCells(results, {
    day: (result) => result.day,
    slot: (result) => wordOf(context, 'slot', result.slot),
    title: (result) => result.title,
    channel: (result) => result.channel,
    reach: (result) => result.reach,
    opens: (result) => result.opens,
    likes: (result) => result.likes,
    comments: (result) => result.comments,
    shares: (result) => result.shares,
    participants: (result) => result.participants,
    averageSeconds: (result) => result.averageSeconds,
    orders: (result) => result.orders,
    gmvFen: (result) => result.gmvFen,
    item: (result) => itemOf(result)?.title,
    column: (result) => columns.get(itemOf(result)?.columnId ?? ''),
    group: (result) => groups.get(result.groupId ?? ''),
  });
}

function supplierSource(context: SourceContext): ListSource<SupplierColumnKey> {
  const readings = context.stored.packed('supplierReadings');
  const kind = readings.text('kind');
  return {
    count: readings.count,
    cells: {
      supplier: readings.text('supplier'),
      kind: (row) => wordOf(context, 'readingKind', kind(row)),
      at: readings.number('at'),
      value: readings.number('value'),
      unit: readings.text('unit'),
      product: readings.text('product'),
      place: readings.text('place'),
      note: readings.text('note'),
    },
  };
}

function weatherSource(context: SourceContext): ListSource<WeatherColumnKey> {
  const days = (context.stored.rows('weatherDays') as WeatherDay[])
    .slice()
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return rowCells(days, {
    day: (row) => row.day,
    place: (row) => row.place,
    condition: (row) => row.condition,
    lowC: (row) => row.lowC,
    highC: (row) => row.highC,
    rainMm: (row) => row.rainMm,
    wind: (row) => row.wind,
  });
}

export const calendarList: ExportListDefinition = {
  needs: () => ({
    whole: ['contentItems', 'contentColumns', 'groups', 'characters', 'assets'],
  }),
  source: calendarSource,
};
export const contentResultsList: ExportListDefinition = {
  needs: () => ({ whole: ['contentResults', 'contentItems', 'contentColumns', 'groups'] }),
  source: resultSource,
};
export const supplierReadingsList: ExportListDefinition = {
  needs: () => ({ whole: ['supplierReadings'] }),
  source: supplierSource,
};
export const weatherDaysList: ExportListDefinition = {
  needs: () => ({ whole: ['weatherDays'] }),
  source: weatherSource,
};
