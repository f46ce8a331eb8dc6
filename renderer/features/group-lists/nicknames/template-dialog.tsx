import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import {
  checkNickname,
  READY_NICKNAME_TEMPLATES,
  type TemplateSource,
  templateFields,
} from '@shared/domain/group-life/roster/nickname-template.rules';
import { useMemo, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import type { RosterInsider } from '@/workers/rosters/roster-types';
import { setNicknameTemplate } from '../nicknames.commands';
import { nicknamesMessages } from './nicknames.messages';
import classes from './nicknames.module.css';
import { useExample } from './use-nicknames';

const PARTS = ['region', 'shop', 'name', 'phone'] as const;

type TemplateDialogProps = {
  groupId: string;
  template: string;
  from: TemplateSource;
  people: readonly RosterInsider[];
  regions: readonly string[];
  onClose: () => void;
};

/** The template of this group or of all, with an example and what it would mean as one types. */
export function TemplateDialog(props: TemplateDialogProps) {
  useReturnFocus();
  const { groupId, from, people, regions, onClose } = props;
  const t = useMessages(nicknamesMessages);
  const format = useFormat();
  const exampleOf = useExample();
  const [template, setTemplate] = useState(props.template);
  const [scope, setScope] = useState<'group' | 'workspace'>(
    from === 'group' || from === 'none' ? 'group' : 'workspace',
  );
  const isOff = templateFields(template).length === 0;
  const bad = useMemo(
    () =>
      people.filter(
        ({ nickname = '' }) => checkNickname(nickname, template, regions).faults.length > 0,
      ).length,
    [people, regions, template],
  );
  const save = async (input: { groupId?: string; template?: string }) => {
    try {
      await execute(setNicknameTemplate, input);
      showDone(t('saved'), { undo: true });
      onClose();
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('editTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={classes.dialog}
        data-testid="nickname-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void save({ template: template.trim(), ...(scope === 'group' && { groupId }) });
        }}
      >
        <SegmentedControl
          aria-label={t('scope')}
          value={scope}
          data={[
            { value: 'group', label: t('scopeGroup') },
            { value: 'workspace', label: t('scopeWorkspace') },
          ]}
          onChange={(value) => setScope(value === 'group' ? 'group' : 'workspace')}
        />
        <TextInput
          data-autofocus
          data-testid="nickname-field"
          label={t('field')}
          maxLength={100}
          value={template}
          onChange={(event) => setTemplate(event.currentTarget.value)}
        />
        <div className={classes.actions}>
          <span className={classes.quiet}>{t('parts')}</span>
          {PARTS.map((part) => (
            <Button
              key={part}
              size="compact-xs"
              variant="default"
              onClick={() =>
                setTemplate((now) => `${now}${now === '' ? '' : '-'}{${t(`part.${part}`)}}`)
              }
            >
              {t(`part.${part}`)}
            </Button>
          ))}
        </div>
        <div className={classes.actions}>
          <span className={classes.quiet}>{t('ready')}</span>
          {READY_NICKNAME_TEMPLATES.map((ready) => (
            <Button
              key={ready}
              size="compact-xs"
              variant="subtle"
              onClick={() => setTemplate(ready)}
            >
              {ready}
            </Button>
          ))}
        </div>
        <p role="status">
          {isOff ? t('noParts') : `${t('live')} ${exampleOf(template)}`}
          <br />
          {!isOff &&
            people.length > 0 &&
            t('liveCount', { of: format.count(people.length), bad: format.count(bad) })}
        </p>
        <div className={classes.actions}>
          {from === 'group' && (
            <Button variant="subtle" color="gray" onClick={() => void save({ groupId })}>
              {t('useCommon')}
            </Button>
          )}
          <span className={classes.push} />
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" data-testid="nickname-save">
            {t('save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
