export { LevelChange } from './level-change.entity.ts';
export { LevelRun } from './level-run.entity.ts';
export { LEVEL_CHANGED } from './quality.events.ts';
