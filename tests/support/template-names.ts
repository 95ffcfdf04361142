export const TEMPLATE = 'doorstep_template';
export const DEMO_TEMPLATE = 'doorstep_demo_template';
