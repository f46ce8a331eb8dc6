import { Button, Modal, TextInput } from '@mantine/core';
import type { AssetKind } from '@shared/domain/assets/asset.schema';
import { IconCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import type { AssetLine } from '@/workers/assets/asset-types';
import { assetsMessages } from '../assets.messages';
import { DropArea } from '../files/drop-area';
import { takeIn, useIntake } from '../files/intake';
import { pickSources, type Source } from '../files/keep-file';
import { useNameOfPasted, usePastedFiles } from '../files/use-pasted-files';
import { useUseWords } from '../page/asset-words';
import { IntakeBar } from '../page/intake-bar';
import { useAssetList } from '../page/use-asset-list';
import { AssetThumb } from '../thumb/asset-thumb';
import classes from './asset-picker.module.css';

const COLUMNS = 4;
const ROW_PX = 164;
const ALL_KINDS: readonly AssetKind[] = [];

type AssetPickerProps = {
  opened: boolean;
  kinds?: readonly AssetKind[];
  /** A click takes the one and closes. */
  isSingle?: boolean;
  /** Already taken: not offered again. */
  without?: readonly string[];
  onClose: () => void;
  onPick: (ids: string[]) => void;
};

/** Files of the box to choose from; new ones can be added on the spot and are chosen at once. */
export function AssetPicker(props: AssetPickerProps) {
  const t = useMessages(assetsMessages);
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('pickTitle')} size={720}>
      <Choice {...props} />
    </Modal>
  );
}

function Choice(props: AssetPickerProps) {
  const { kinds = ALL_KINDS, isSingle = false, without = [], onClose, onPick } = props;
  const t = useMessages(assetsMessages);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const isBusy = useIntake() !== undefined;
  const list = useAssetList({
    text,
    kinds,
    tag: undefined,
    isArchived: false,
    isOnlyMissing: false,
  });
  const lines = list?.lines.filter(({ id }) => !without.includes(id)) ?? [];

  const finish = (ids: readonly string[]) => {
    onPick([...ids]);
    onClose();
  };
  const toggle = (id: string) => {
    if (isSingle) finish([id]);
    else setChosen((now) => (now.includes(id) ? now.filter((it) => it !== id) : [...now, id]));
  };
  const add = async (sources: Source[]) => {
    const ids = (await takeIn(sources)).filter((id) => !without.includes(id));
    const [first] = ids;
    if (isSingle && first !== undefined) finish([first]);
    else setChosen((now) => [...new Set([...now, ...ids])]);
  };
  usePastedFiles(true, useNameOfPasted(), (sources) => void add(sources));
  return (
    <DropArea words={t('dropHere')} onFiles={(sources) => void add(sources)}>
      <div className={classes.tools}>
        <TextInput
          data-autofocus
          size="xs"
          w={260}
          placeholder={t('search')}
          aria-label={t('search')}
          leftSection={<IconSearch size={15} stroke={1.75} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          loading={isBusy}
          leftSection={<IconPlus size={15} aria-hidden />}
          data-testid="asset-picker-add"
          onClick={() => void pickSources(!isSingle).then(add).catch(showProblem)}
        >
          {t('add')}
        </Button>
      </div>
      <IntakeBar />
      {list && lines.length === 0 && <p className={classes.nothing}>{t('pickNothing')}</p>}
      <PickGrid lines={lines} chosen={chosen} onToggle={toggle} />
      {!isSingle && (
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            disabled={chosen.length === 0}
            data-testid="asset-picker-take"
            onClick={() => finish(chosen)}
          >
            {chosen.length === 0 ? t('pickNone') : t('pick', { count: chosen.length })}
          </Button>
        </div>
      )}
    </DropArea>
  );
}

type PickGridProps = {
  lines: readonly AssetLine[];
  chosen: readonly string[];
  onToggle: (id: string) => void;
};

function PickGrid({ lines, chosen, onToggle }: PickGridProps) {
  const usedWords = useUseWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: Math.ceil(lines.length / COLUMNS),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 2,
    initialRect: { width: 680, height: 400 },
  });
  return (
    <div ref={scroller} className={classes.scroller}>
      <div className={classes.field} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <div key={key} className={classes.row} style={{ transform: `translateY(${start}px)` }}>
            {lines.slice(index * COLUMNS, (index + 1) * COLUMNS).map((line) => {
              const order = chosen.indexOf(line.id);
              return (
                <button
                  key={line.id}
                  type="button"
                  className={classes.choice}
                  aria-pressed={order >= 0}
                  title={line.name}
                  data-testid="asset-choice"
                  onClick={() => onToggle(line.id)}
                >
                  <span className={classes.picture}>
                    <AssetThumb asset={line} />
                    {order >= 0 && (
                      <span className={classes.mark}>
                        <IconCheck size={12} stroke={3} aria-hidden />
                        {order + 1}
                      </span>
                    )}
                  </span>
                  <span className={classes.name}>{line.name}</span>
                  <span className={classes.facts}>{usedWords(line.use, true)}</span>
                </button>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
