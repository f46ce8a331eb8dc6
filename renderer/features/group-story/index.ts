export { declinePhase, setGroupPhase } from './group-story.commands';
export { OverviewSection } from './overview-section';
export { NoteDialog } from './story/note-dialog';
