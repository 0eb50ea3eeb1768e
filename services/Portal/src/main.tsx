import { session } from './app/session/session';

// whether one is signed in is asked while the rest is still on its way: on a poor line that is a second
void session.start();
void import('./app/Portal');
