export { reapplyErasures } from './reapply-erasures.ts';
export { provideRegister } from './register.ts';
