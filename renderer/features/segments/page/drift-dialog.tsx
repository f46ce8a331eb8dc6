import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Segment } from '@shared/domain/segments/segment.schema';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { segmentsMessages } from '../segments.messages';
import { SnapshotDialog } from '../snapshot-dialog';
import classes from './drift-dialog.module.css';

const DAYS = 7;
const SHOWN = 200;

type DriftDialogProps = { segment: Segment; which: 'came' | 'went'; onClose: () => void };
type Found = { ids: string[]; people: { id: string; name: string }[] };

/** Who came into a segment, or left it, within the week. */
export function DriftDialog({ segment, which, onClose }: DriftDialogProps) {
  const t = useMessages(segmentsMessages);
  const format = useFormat();
  const [found, setFound] = useState<Found>();
  const [isTaking, taking] = useDisclosure(false);
  const { rule, name } = segment;
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const ids = await dataWorker().people.driftIds(rule, DAYS, which);
      const shown = ids.slice(0, SHOWN);
      const names = await dataWorker().lists.memberNames(shown);
      const people = shown.map((id, i) => ({ id, name: names[i] ?? '' }));
      if (isCurrent) setFound({ ids, people });
    };
    read().catch(showProblem);
    return () => {
      isCurrent = false;
    };
  }, [rule, which]);
  const title = t(which === 'came' ? 'cameTitle' : 'wentTitle', { name });
  if (isTaking && found) {
    return (
      <SnapshotDialog from={{ kind: 'people', memberIds: found.ids, title }} onClose={onClose} />
    );
  }
  return (
    <Modal opened onClose={onClose} title={title} size={440}>
      {found && (
        <>
          {found.ids.length > SHOWN && (
            <p className={classes.note}>
              {t('driftShown', { shown: SHOWN, n: format.count(found.ids.length) })}
            </p>
          )}
          <ul className={classes.people}>
            {found.people.map((person) => (
              <li key={person.id}>
                <Link href={`/members/${person.id}`} className={classes.person}>
                  {person.name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
        <Button disabled={!found || found.ids.length === 0} onClick={taking.open}>
          {t('snapshot')}
        </Button>
      </Group>
    </Modal>
  );
}
