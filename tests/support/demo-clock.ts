/** The instant at which the demo of the tests is loaded: a Wednesday morning in both regions' working week. */
export const DEMO_NOW = new Date('2027-03-10T01:00:00Z');
