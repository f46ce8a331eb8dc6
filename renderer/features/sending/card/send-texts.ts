import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { type SendProblem, sendProblems } from '@shared/domain/calendar/send-problems.rules';
import { fillSendText } from '@shared/domain/calendar/send-text.rules';
import type { DayList } from '../day-list.queries';
import type { ForbiddenIn } from './use-forbidden-words';

export type GroupText = { text: string; missing: string[]; problems: SendProblem[] };

/**
 * A piece as one group gets it, and what speaks against it. What was planned for an earlier day is
 * read today, so today is what it names.
 */
export function textFor(
  list: DayList,
  item: ContentItem,
  groupId: string,
  forbiddenIn: ForbiddenIn,
): GroupText {
  const group = list.groups.find(({ id }) => id === groupId);
  const { text, missing } = fillSendText(item.text ?? '', {
    day: item.date > list.today ? item.date : list.today,
    groupName: group?.name,
    groupVariables: group?.variables,
    workspaceVariables: list.variables,
    workspaceName: list.workspaceName,
  });
  // As it goes out: a value may bring what the text itself does not say.
  const forbidden = forbiddenIn(text, item.overrides);
  return { text, missing, problems: sendProblems(item, { text, missing, forbidden }) };
}
