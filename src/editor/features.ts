/** What the extension loads on first need as one part: analysis, and the checks with their own words. See `parts.ts`. */
export { analyzePlan, openPlanInSteps } from '../core';
export { soundLists } from '../checks/enumeration';
export { checks } from '../checks/index';
export { differences } from './differences';
