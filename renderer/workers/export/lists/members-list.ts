import type { MemberColumnKey } from '@shared/domain/export/columns/member-columns';
import type { EntityName } from '@shared/domain/registry';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { allTags } from '@shared/domain/tags/tag-library';
import {
  type ExportListDefinition,
  type ListSource,
  oncePerItem,
  phoneReader,
  rowsFor,
  type SourceContext,
  wordOf,
} from './list-source';

const OF_STATS = ['orderCount', 'amountFen', 'refundFen', 'firstOrderAt', 'lastOrderAt'] as const;

function tagNames({
  stored,
  separator,
  language,
}: SourceContext): (memberId: string) => string | undefined {
  const tags = allTags(stored.rows('tags') as Tag[], language);
  const names = new Map(tags.map((tag) => [tag.id, tag.name]));
  const assignments = stored.packed('tagAssignments');
  const memberIdOf = assignments.text('memberId');
  const tagIdOf = assignments.text('tagId');
  const texts = new Map<string, string>();
  for (let row = 0; row < assignments.count; row += 1) {
    const memberId = memberIdOf(row) ?? '';
    const name = names.get(tagIdOf(row) ?? '');
    if (name === undefined) continue;
    const before = texts.get(memberId);
    texts.set(memberId, before === undefined ? name : `${before}${separator}${name}`);
  }
  return (memberId) => texts.get(memberId);
}

function lazily<Argument, Value>(make: () => (argument: Argument) => Value) {
  let made: ((argument: Argument) => Value) | undefined;
  return (argument: Argument) => {
    made ??= make();
    return made(argument);
  };
}

function source(context: SourceContext): ListSource<MemberColumnKey> {
  const { stored } = context;
  const members = stored.packed('members');
  const rows = rowsFor(members, context.ids);
  const row = (item: number) => rows[item] ?? -1;
  const text = (field: string) => {
    const read = members.text(field);
    return (item: number) => read(row(item));
  };
  const idOf = oncePerItem(text('id'));
  const tagsOf = lazily(() => tagNames(context));
  const phone = phoneReader(members);
  const joinedAt = members.number('joinedAt');
  const stats = stored.has('memberStats') ? stored.packed('memberStats') : undefined;
  const statRow = oncePerItem((item) => stats?.find(idOf(item) ?? '') ?? -1);
  const stat = (field: (typeof OF_STATS)[number]) => {
    const read = stats?.number(field);
    return (item: number) => read?.(statRow(item));
  };
  const word = (kind: string, field: string) => {
    const read = members.values(field);
    return (item: number) => wordOf(context, kind, read(row(item)));
  };
  return {
    count: rows.length,
    cells: {
      name: text('name'),
      phone: (item) => phone(row(item)),
      wechatId: text('wechatId'),
      groupNickname: text('groupNickname'),
      identity: word('identity', 'identity'),
      channel: text('channel'),
      region: text('region'),
      address: text('address'),
      tags: (item) => tagsOf(idOf(item) ?? ''),
      joinedAt: (item) => joinedAt(row(item)),
      orderCount: stat('orderCount'),
      amountFen: stat('amountFen'),
      lastOrderAt: stat('lastOrderAt'),
      note: text('note'),
      memberId: idOf,
      gender: word('gender', 'gender'),
      birthday: text('birthday'),
      backOfficeId: text('backOfficeId'),
      wecomId: text('wecomId'),
      unionId: text('unionId'),
      refundFen: stat('refundFen'),
      firstOrderAt: stat('firstOrderAt'),
      source: word('memberSource', 'source'),
    },
  };
}

export const membersList: ExportListDefinition = {
  needs: (columns) => {
    const whole: EntityName[] = ['members'];
    if (columns.has('tags')) whole.push('tagAssignments', 'tags');
    if (OF_STATS.some((key) => columns.has(key))) whole.push('memberStats');
    return { whole };
  },
  source,
};
