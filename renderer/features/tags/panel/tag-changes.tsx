import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { Chip } from '@/ui/chip';
import { readTagChanges } from '../tags.queries';
import { tagPanelMessages } from './tag-panel.messages';
import classes from './tag-panel.module.css';

/** Who gained and who lost the tag by its rule, newest first. */
export function TagChanges({ tagId }: { tagId: string }) {
  const t = useMessages(tagPanelMessages);
  const format = useFormat();
  const changes = useLive(() => readTagChanges(tagId), [tagId]);
  if (!changes) return null;
  return (
    <section className={classes.section} data-testid="tag-changes">
      <h3>{t('changesTitle')}</h3>
      {changes.length === 0 && <p className={classes.quiet}>{t('noChanges')}</p>}
      <ul className={classes.lines}>
        {changes.map(({ id, memberId, name, isOn, at }) => (
          <li key={id}>
            <Chip tone={isOn ? 'green' : 'plain'}>{t(isOn ? 'gained' : 'lost')}</Chip>
            {name === undefined ? t('someone') : <Link href={`/members/${memberId}`}>{name}</Link>}
            <span>{format.relativeTime(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
