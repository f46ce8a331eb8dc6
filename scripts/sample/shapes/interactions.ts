import type { Interaction } from '@shared/domain/interactions/interaction.schema';
import { timeText } from '../clock';
import type { SampleKind } from '../model/interaction-texts';
import type { Person } from '../model/people';
import { type Cell, national, type Table } from './cells';

const KIND_WORDS: Record<SampleKind, string> = {
  checkIn: '打卡',
  share: '分享',
  ugc: '晒单',
  question: '提问',
  complaint: '投诉',
};

export const interactionTable: Table = {
  sheetName: '互动',
  titleRows: [],
  header: ['时间', '昵称', '手机号', '互动类型', '内容'],
};

export const interactionRow = (interaction: Interaction, person: Person): readonly Cell[] => [
  timeText(interaction.at),
  person.nickname,
  national(person.member.phone),
  KIND_WORDS[interaction.kind as SampleKind],
  interaction.text,
];
