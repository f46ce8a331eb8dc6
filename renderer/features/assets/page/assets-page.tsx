import { Button, SegmentedControl } from '@mantine/core';
import { IconFolder, IconPhotoPlus, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { bridge } from '@/platform/bridge';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { assetsMessages } from '../assets.messages';
import { DropArea } from '../files/drop-area';
import { takeIn, useIntake } from '../files/intake';
import { pickSources } from '../files/keep-file';
import { useMissing } from '../files/use-missing';
import { useNameOfPasted, usePastedFiles } from '../files/use-pasted-files';
import { LibraryPart } from '../library/library-part';
import { useAsset } from '../use-assets';
import type { AssetLook } from './asset-card';
import { AssetFilters } from './asset-filters';
import { AssetGrid } from './asset-grid';
import { AssetPanel } from './asset-panel';
import { type AssetView, isFiltered, WHOLE_VIEW } from './asset-view';
import classes from './assets-page.module.css';
import { IntakeBar } from './intake-bar';
import { MissingBar } from './missing-bar';
import { useAssetList } from './use-asset-list';

const NONE = [] as const;

/** The asset box: files of this laptop for content, and beside them texts that worked. */
export function AssetsPage() {
  const t = useMessages(assetsMessages);
  const [, navigate] = useLocation();
  const part = new URLSearchParams(useSearch()).get('part') === 'texts' ? 'texts' : 'files';
  const partSwitch = (
    <SegmentedControl
      size="xs"
      aria-label={t('part')}
      data-testid="assets-part"
      data={[
        { value: 'files', label: t('files') },
        { value: 'texts', label: t('texts') },
      ]}
      value={part}
      onChange={(value) => navigate(`/calendar/assets${value === 'texts' ? '?part=texts' : ''}`)}
    />
  );
  return part === 'texts' ? (
    <LibraryPart partSwitch={partSwitch} />
  ) : (
    <FilesPart partSwitch={partSwitch} />
  );
}

function FilesPart({ partSwitch }: { partSwitch: ReactNode }) {
  const t = useMessages(assetsMessages);
  const format = useFormat();
  const [view, setView] = useState<AssetView>(WHOLE_VIEW);
  const [look, setLook] = useState<AssetLook>('grid');
  const [openId, setOpenId] = useState<string>();
  const isBusy = useIntake() !== undefined;
  const list = useAssetList(view);
  const all = list?.lines ?? NONE;
  const missing = useMissing(all);
  const lines = view.isOnlyMissing ? all.filter(({ id }) => missing.has(id)) : all;
  const open = useAsset(openId);

  const pick = () => void pickSources(true).then(takeIn).catch(showProblem);
  usePastedFiles(true, useNameOfPasted(), (sources) => void takeIn(sources));
  const addButton = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      data-testid="assets-add"
      loading={isBusy}
      onClick={pick}
    >
      {t('add')}
    </Button>
  );
  const counts = list && {
    files: format.count(list.counts.inUse),
    archived: format.count(list.counts.archived),
    missing: format.count(missing.size),
  };
  const isEmpty = list !== undefined && lines.length === 0;
  return (
    <Page
      testId="page-calendar-assets"
      title={t('title')}
      subtitle={counts && t(missing.size > 0 ? 'subtitleMissing' : 'subtitle', counts)}
      actions={
        <>
          {partSwitch}
          <Button
            variant="default"
            leftSection={<IconFolder size={16} aria-hidden />}
            onClick={() => void bridge.showAssetFolder().catch(showProblem)}
          >
            {t('showFolder')}
          </Button>
          {addButton}
        </>
      }
      filters={
        <AssetFilters
          view={view}
          onChange={(change) => setView((now) => ({ ...now, ...change }))}
          tags={list?.tags ?? NONE.slice()}
          missingCount={missing.size}
          look={look}
          onLook={setLook}
        />
      }
      ready={list !== undefined}
      fill
    >
      <DropArea
        className={classes.area}
        words={t('dropHere')}
        testId="assets-drop"
        onFiles={(sources) => void takeIn(sources)}
      >
        <IntakeBar />
        {missing.size > 0 && <MissingBar missing={all.filter(({ id }) => missing.has(id))} />}
        {isEmpty && !isFiltered(view) && (
          <EmptyState
            icon={IconPhotoPlus}
            title={t('emptyTitle')}
            text={t('emptyText')}
            action={addButton}
          />
        )}
        {isEmpty && isFiltered(view) && (
          <EmptyState
            icon={IconSearchOff}
            title={t('nothingFits')}
            text={t('nothingFitsText')}
            action={
              <Button variant="default" onClick={() => setView(WHOLE_VIEW)}>
                {t('clearFilters')}
              </Button>
            }
          />
        )}
        {lines.length > 0 && (
          <AssetGrid
            key={look}
            lines={lines}
            look={look}
            openId={openId}
            missing={missing}
            label={t('title')}
            onOpen={setOpenId}
          />
        )}
      </DropArea>
      {open && (
        <AssetPanel
          asset={open}
          knownTags={list?.tags.map(({ tag }) => tag) ?? NONE}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </Page>
  );
}
