import type { SendProblem } from '@shared/domain/calendar/send-problems.rules';
import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { sendMessages } from '../send.messages';

/** What speaks against sending, as a sentence. */
export function useProblemWords(): (problem: SendProblem) => string {
  const t = useMessages(sendMessages);
  const format = useFormat();
  return (problem) => {
    switch (problem.kind) {
      case 'noText':
        return t('problem.noText');
      case 'notApproved':
        return t(`problem.notApproved.${problem.status}`);
      case 'missing':
        return t('problem.missing', { names: problem.names.map((name) => `{${name}}`).join(' ') });
      case 'tooLong':
        return t('problem.tooLong', {
          n: format.count(problem.count),
          most: format.count(problem.most),
        });
      case 'forbidden':
        return t('problem.forbidden', { words: problem.words.join(' · ') });
      default:
        return assertNever(problem, 'useProblemWords');
    }
  };
}
