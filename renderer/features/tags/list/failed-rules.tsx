import type { Tag } from '@shared/domain/tags/tag.schema';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useRuleWords } from '@/features/segments';
import { tagsMessages } from '../tags.messages';
import classes from './tag-list.module.css';
import type { TagPeople } from './use-tag-figures';

type FailedRulesProps = { figures: TagPeople | undefined; tagOf: (id: string) => Tag | undefined };

/** Rules that could not be worked out, each with the reason and a way to it. */
export function FailedRules({ figures, tagOf }: FailedRulesProps) {
  const t = useMessages(tagsMessages);
  const { remark: say } = useRuleWords();
  const failed = figures?.failed ?? [];
  if (failed.length === 0) return null;
  return (
    <div
      className={classes.failed}
      role="status"
      data-testid="tags-failed"
      data-count={failed.length}
    >
      <h3>
        {t('failedTitle', { n: failed.length })} · {t('failedWay')}
      </h3>
      <ul>
        {failed.map(({ tagId, remark }) => (
          <li key={tagId}>
            <Link href={`/tags/${tagId}`}>{tagOf(tagId)?.name ?? tagId}</Link>
            {` · ${say(remark)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
