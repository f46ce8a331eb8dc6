import { IconInfoCircle } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { Card } from '@/ui/card';
import type { FunnelRemark } from '@/workers/funnel/funnel-types';
import { subjectWords } from '../figures/subject-words';
import { useLength } from '../figures/use-length';
import classes from './detail.module.css';
import { remarkMessages } from './remarks.messages';

/** What does not add up, each with what to do about it. */
export function RemarkLines({ remarks }: { remarks: readonly FunnelRemark[] }) {
  const t = useMessages(remarkMessages);
  return (
    <Card title={t('title')}>
      {remarks.length === 0 ? (
        <p className={classes.quiet}>{t('none')}</p>
      ) : (
        <ul className={classes.remarks} data-testid="funnel-remarks">
          {remarks.map((remark) => (
            <Remark key={`${remark.code}.${remark.position ?? ''}`} remark={remark} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Remark({ remark }: { remark: FunnelRemark }) {
  const t = useMessages(remarkMessages);
  const format = useFormat();
  const length = useLength();
  const { code, position, count, data = {} } = remark;
  const numbers = Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'number' ? format.count(value) : value,
    ]),
  );
  const { aheadMs } = data;
  const examples = useExamples(remark);
  return (
    <li data-code={code}>
      <IconInfoCircle size={16} aria-hidden />
      <span>
        {t(code, {
          ...numbers,
          // The number picks the form, its written form stands in the sentence.
          count,
          n: format.count(count),
          ...(position === undefined ? {} : { position }),
          ...(typeof aheadMs === 'number' ? { ahead: length(aheadMs) } : {}),
        })}
        {examples.length > 0 && <small>{t('examples', { examples: examples.join(' · ') })}</small>}
      </span>
    </li>
  );
}

/** Codes whose examples are members. */
const MEMBER_CODES: ReadonlySet<FunnelRemark['code']> = new Set([
  'severalSubjects',
  'splitMembers',
  'placedUnaudited',
]);

/** Members by name, others as the records call them. */
function useExamples({ code, examples }: FunnelRemark): string[] {
  const format = useFormat();
  const areMembers = MEMBER_CODES.has(code);
  const isNamed = areMembers && examples.length > 0;
  const names = useAnswer(isNamed ? examples.join(' ') : undefined, () =>
    dataWorker().lists.memberNames([...examples]),
  );
  // Subjects are often phones, which the privacy mask covers.
  if (!areMembers) return examples.map(subjectWords(format));
  return (names ?? []).filter((name): name is string => name !== undefined);
}
