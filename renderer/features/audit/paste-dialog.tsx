import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { LineFate, PlannedLine } from '@shared/domain/sop/audit-lines.rules';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { useFormat } from '@/app/use-format';
import { dataWorker, execute } from '@/db/client';
import { queueForAudit } from './audit.commands';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';

const TYPING_MS = 250;
const MOST_SHOWN = 100;

/** People one a line: what becomes of each is shown before anything is written. */
export function PasteDialog({ run, onClose }: { run: SopRun; onClose: () => void }) {
  const t = useMessages(auditMessages);
  const format = useFormat();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, TYPING_MS);
  const plan = useAnswer(settled.trim() === '' ? undefined : settled, () =>
    dataWorker().audits.plan(run.id, settled),
  );
  const lines = plan ?? [];
  const count = (fate: LineFate) => lines.filter((line) => line.fate === fate).length;
  const unclear = count('unclear');
  const adding = count('member') + count('new');
  const add = async () => {
    try {
      const memberIds = lines.flatMap(({ fate, memberId }) =>
        fate === 'member' && memberId ? [memberId] : [],
      );
      const newcomers = lines.filter(({ fate }) => fate === 'new').map(newcomerOf);
      const { added } = await execute(queueForAudit, { runId: run.id, memberIds, newcomers });
      showDone(t('addedToast', { count: format.count(added) }), { undo: true });
      onClose();
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('pasteTitle')} size="lg">
      <Stack gap="sm">
        <Textarea
          autosize
          data-autofocus
          minRows={5}
          maxRows={10}
          data-testid="audit-paste-text"
          label={t('pasteHint')}
          placeholder={t('pasteExample')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {lines.length > 0 && (
          <>
            <p className={classes.text} data-testid="audit-paste-counts">
              {t('pasteCounts', {
                member: format.count(count('member')),
                fresh: format.count(count('new')),
                queued: format.count(count('queued')),
                again: format.count(count('again')),
                unclear: format.count(unclear),
                empty: format.count(count('empty')),
              })}
            </p>
            {unclear > 0 && <p className={classes.quiet}>{t('pasteUnclear')}</p>}
            <ul className={classes.planned}>
              {lines.slice(0, MOST_SHOWN).map((line, at) => (
                <PlannedRow key={at} line={line} />
              ))}
            </ul>
            {lines.length > MOST_SHOWN && (
              <p className={classes.quiet}>
                {t('pasteMore', { count: lines.length - MOST_SHOWN })}
              </p>
            )}
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            data-testid="audit-paste-add"
            disabled={adding === 0 || settled !== text}
            onClick={() => void add()}
          >
            {t('pasteAdd', { count: format.count(adding) })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function PlannedRow({ line }: { line: PlannedLine }) {
  const t = useMessages(auditMessages);
  const format = useFormat();
  const { nickname, phone, wechatId, fate, memberName = '' } = line;
  return (
    <li className={classes.plannedRow} data-fate={fate}>
      <span>
        {[nickname, phone && format.phone(phone), wechatId].filter(Boolean).join(' · ') || line.raw}
      </span>
      <span className={classes.quiet}>{t(`fate.${fate}`, { name: memberName })}</span>
    </li>
  );
}

function newcomerOf({ nickname, phone, wechatId }: PlannedLine) {
  const name = nickname || wechatId || phone || '';
  return {
    name: name.slice(0, 200),
    ...(phone && { phone }),
    ...(wechatId && { wechatId }),
  };
}
