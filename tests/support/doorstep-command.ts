/**
 * Arguments of Node that run the command line of Doorstep: as it was built, where whoever starts the tests has built it (it
 * starts in half the time), else from its source.
 */
export const DOORSTEP_COMMAND: readonly string[] =
  process.env['DOORSTEP_BUILT'] === '1' ? ['.build/api/main.js'] : ['--import', 'tsx', 'api/main.ts'];
