import { createTurns, type Turns } from '../../database/turns';

/**
 * One push of a workspace at a time in this process: its row is locked from the first look to the
 * commit, and whoever waited for it in the database would hold a connection that others need.
 */
export class PushTurns {
  private readonly byWorkspace = new Map<string, Turns>();

  run<T>(workspaceId: string, work: () => Promise<T>): Promise<T> {
    const turns = this.byWorkspace.get(workspaceId) ?? createTurns();
    this.byWorkspace.set(workspaceId, turns);
    return turns.run(work);
  }
}
