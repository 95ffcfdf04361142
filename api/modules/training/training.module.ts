import type { ModuleDefinition } from '../../platform/module.ts';
import { Certificate } from './certificate.entity.ts';
import { Course } from './course.entity.ts';
import { CourseResolver, ItemCourseResolver, ProviderBadgesResolver } from './training.resolver.ts';

export const trainingModule: ModuleDefinition = {
  name: 'training',
  entities: [Course, Certificate],
  resolvers: [CourseResolver, ItemCourseResolver, ProviderBadgesResolver],
};
