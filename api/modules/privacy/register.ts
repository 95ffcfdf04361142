import type { PersonalDataRegister } from '../../platform/personal-data.ts';

let register: PersonalDataRegister | null = null;

/** Tells this module what all modules say of personal data; whoever joins the modules does so once. */
export function provideRegister(provided: PersonalDataRegister): void {
  register = provided;
}

/** @throws when nobody has provided it. */
export function personalDataRegister(): PersonalDataRegister {
  if (register === null) throw new Error('The register of personal data was not provided');
  return register;
}
