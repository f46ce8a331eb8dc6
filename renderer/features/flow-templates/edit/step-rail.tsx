import { ActionIcon, Button } from '@mantine/core';
import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { blankStep, MOST_STEPS, type TemplateEdit } from '@shared/domain/sop/template-edit.rules';
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { editorMessages } from './editor.messages';
import classes from './editor.module.css';

type StepRailProps = {
  draft: SopTemplate;
  /** 1-based; 0 is the flow itself. */
  open: number;
  faulty: ReadonlySet<number>;
  onOpen: (step: number) => void;
  onChange: (edit: TemplateEdit) => void;
};

/** The steps in their order: dragged, moved by arrows, or with Alt and an arrow key. */
export function StepRail({ draft, open, faulty, onOpen, onChange }: StepRailProps) {
  const t = useMessages(editorMessages);
  const say = useBilingual();
  const [dragged, setDragged] = useState<number>();
  const rail = useRef<HTMLElement>(null);
  const wasMovedByKey = useRef(false);
  // The step that moved keeps the focus, so that the next key moves it on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another place is open
  useEffect(() => {
    if (!wasMovedByKey.current) return;
    wasMovedByKey.current = false;
    rail.current?.querySelector<HTMLButtonElement>('[data-open="true"]')?.focus();
  }, [open]);
  const count = draft.steps.length;
  const move = (from: number, to: number) => {
    if (to < 1 || to > count || from === to) return;
    onChange({ kind: 'moveStep', from, to });
    onOpen(to);
  };
  const onKey = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const to = at + (event.key === 'ArrowUp' ? -1 : 1);
    wasMovedByKey.current = to >= 1 && to <= count;
    move(at, to);
  };
  return (
    <nav ref={rail} className={classes.rail} aria-label={t('railHint')}>
      <button
        type="button"
        className={classes.railItem}
        data-open={open === 0}
        data-faulty={faulty.has(0)}
        onClick={() => onOpen(0)}
      >
        {t('flowItself')}
      </button>
      <ol>
        {draft.steps.map((step, index) => {
          const at = index + 1;
          return (
            <li
              key={at}
              className={classes.railRow}
              data-testid={`draft-step-${at}`}
              data-dragged={dragged === at}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                setDragged(at);
              }}
              onDragEnd={() => setDragged(undefined)}
              onDragOver={(event) => dragged !== undefined && event.preventDefault()}
              onDrop={() => dragged !== undefined && move(dragged, at)}
              onKeyDown={(event) => onKey(event, at)}
            >
              <button
                type="button"
                className={classes.railItem}
                data-open={open === at}
                data-faulty={faulty.has(at)}
                onClick={() => onOpen(at)}
              >
                {at}. {say(step.title) || t('newStep')}
              </button>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('moveUp', { n: at })}
                disabled={at === 1}
                onClick={() => move(at, at - 1)}
              >
                <IconArrowUp size={14} />
              </ActionIcon>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('moveDown', { n: at })}
                disabled={at === count}
                onClick={() => move(at, at + 1)}
              >
                <IconArrowDown size={14} />
              </ActionIcon>
            </li>
          );
        })}
      </ol>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={14} />}
        data-testid="draft-add-step"
        disabled={count >= MOST_STEPS}
        onClick={() => {
          onChange({ kind: 'addStep', at: count + 1, step: blankStep() });
          onOpen(count + 1);
        }}
      >
        {t('addStep')}
      </Button>
      <p className={classes.quiet}>{t('railHint')}</p>
    </nav>
  );
}
