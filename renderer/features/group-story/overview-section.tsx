import { DueCard } from './due/due-card';
import { FlowsCard } from './flows/flows-card';
import classes from './overview-section.module.css';
import { PhaseCard } from './phase/phase-card';
import { StoryCard } from './story/story-card';
import { useGroup, useGroupRuns, useStanding, useStory } from './use-group-story';

/** One group at a glance: its phase, the flows of it, what is due and its story. */
export function OverviewSection({ groupId }: { groupId: string }) {
  const group = useGroup(groupId);
  const runs = useGroupRuns(groupId);
  const events = useStory(groupId);
  const standing = useStanding(groupId);
  const isHere = group && runs && events;
  return (
    <div
      className={classes.overview}
      data-testid="group-section-overview"
      data-ready={Boolean(isHere) && standing !== undefined}
    >
      {isHere && (
        <>
          <div className={classes.column}>
            <PhaseCard group={group} standing={standing} runs={runs} />
            <FlowsCard group={group} runs={runs} />
          </div>
          <div className={classes.column}>
            {standing && <DueCard group={group} standing={standing} runs={runs} />}
            <StoryCard group={group} events={events} />
          </div>
        </>
      )}
    </div>
  );
}
