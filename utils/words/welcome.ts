import { HOSTS_OF_PICTURES, HOSTS_TALKED_TO } from './privacy';

export const WELCOME = 'Welcome to Trophy Shelf';

/** What it is, how it begins, and what it does then: a sentence each. */
export const WELCOME_SENTENCES = [
  'See every PlayStation game and trophy of yours in one place, kept in this browser.',
  'One click connects it with the sign-in at PlayStation that this browser has; there is nothing to copy.',
  'After that it brings itself up to date once a day.',
] as const;

export const BEFORE_CONNECTING = 'Before you connect';

/** What is handled, told before anything is: a question and its answer each. Hosts are named one by one. */
export const DISCLOSURES = [
  {
    term: 'What is read',
    text: 'Your profile, your games with their playtimes, your trophies, and whether you are signed in at PlayStation. Nothing before you connect.',
    hosts: [],
  },
  {
    term: 'From where',
    text: 'From Sony alone, for sign-in, games and trophies:',
    hosts: Object.values(HOSTS_TALKED_TO),
  },
  {
    term: 'Pictures',
    text: 'From Sony’s picture hosts, when they are drawn:',
    hosts: HOSTS_OF_PICTURES,
  },
  {
    term: 'Where it stays',
    text: 'In this browser, on this computer. There is no server of ours, and nobody counts what you do.',
    hosts: [],
  },
  {
    term: 'How powerful it is',
    text: 'What Sony gives for it is as powerful as a password, although Trophy Shelf only reads. Connect only in a browser that is yours.',
    hosts: [],
  },
  {
    term: 'Who makes it',
    text: 'Players. It is unofficial: not made by Sony, not affiliated with Sony, and not supported by Sony.',
    hosts: [],
  },
] as const;

export const MORE_ON_PRIVACY = 'All about privacy';
export const HOW_IT_WORKS = 'How it works, step by step';
/** Where nobody is new here any more. */
export const ALREADY_CONNECTED = 'You are connected to PlayStation.';
