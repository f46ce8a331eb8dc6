import { Button, Group, Modal, Textarea } from '@mantine/core';
import { DISSOLVE_CHECKS } from '@shared/domain/group-life/dissolve.rules';
import { transferProgress } from '@shared/domain/group-life/transfer-progress.rules';
import { insideTotal } from '@shared/domain/groups/entry.rules';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { useReturnFocus } from '@/ui/use-return-focus';
import { dissolveGroup } from '../dissolve.commands';
import type { Shown } from '../plan/plan-people';
import type { PlanView } from '../plan/plan-view';
import classes from '../transfer.module.css';
import { readBlockers } from '../transfer.queries';
import { CheckLine } from './check-line';
import { endMessages } from './end.messages';

type DissolveCardProps = { view: PlanView; onShow: (shown: Shown) => void };

/** What has to be seen to before the group goes, and its end. */
export function DissolveCard({ view, onShow }: DissolveCardProps) {
  const t = useMessages(endMessages);
  const format = useFormat();
  const today = useToday();
  const { group, plan } = view;
  const blockers = useLive(() => readBlockers(group.id, today), [group.id, today]);
  const [isAsking, setAsking] = useState(false);
  const open = blockers?.filter(({ isTicked }) => !isTicked).length;
  return (
    <Card title={t('title')}>
      <div className={classes.stack}>
        <p className={classes.quiet}>{t('text')}</p>
        <ul className={classes.checks}>
          {blockers &&
            DISSOLVE_CHECKS.map((key) => (
              <CheckLine
                key={key}
                check={key}
                plan={plan}
                blocker={blockers.find((it) => it.key === key)}
                onShow={onShow}
              />
            ))}
        </ul>
        <div className={classes.actions}>
          <span className={classes.text} data-testid="dissolve-open" data-count={open ?? ''}>
            {open !== undefined &&
              (open > 0 ? t('open', { count: format.count(open) }) : t('ready'))}
          </span>
          <Button
            color="red"
            data-testid="dissolve-now"
            disabled={open !== 0}
            onClick={() => setAsking(true)}
          >
            {t('dissolve')}
          </Button>
        </div>
      </div>
      {isAsking && <DissolveDialog view={view} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function DissolveDialog({ view, onClose }: { view: PlanView; onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(endMessages);
  const format = useFormat();
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { group, plan, world, lines } = view;
  const room = world.roomOf(group.id);
  const { byState } = transferProgress(lines.map(({ item }) => item));
  const dissolve = async () => {
    setBusy(true);
    try {
      const { closed } = await execute(dissolveGroup, {
        planId: plan.id,
        ...(note.trim() && { note: note.trim() }),
      });
      showDone(t('dissolved', { group: group.name, count: format.count(closed) }), { undo: true });
      onClose();
    } catch (error) {
      showProblem(error);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('sureTitle', { group: group.name })} size={520}>
      <div className={classes.stack}>
        <p className={classes.text}>
          {t('sure', {
            inside: format.count(room ? insideTotal(room.inside) : 0),
            moved: format.count(byState.moved),
          })}
        </p>
        <Textarea
          label={t('note')}
          autosize
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            color="red"
            loading={isBusy}
            data-testid="dissolve-confirm"
            onClick={() => void dissolve()}
          >
            {t('dissolve')}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
