import type { Reason } from './red-notes.ts';

/** Timed rows that are known to be over their budget, by what their names begin with. */
export const TIMED_RED: readonly Reason[] = [
  {
    what: 'popup painted with data',
    why: 'Its scripts are read and run before its first frame, Svelte among them; an empty page has none.',
    tried:
      'a build apart from the options page, values that are read without schemas, the messenger, what wakes the background and what is not drawn at first after the first frame, and nothing of what takes up a page that a server has drawn (188 kB of script before, 80 now); what is stored asked for before Svelte is evaluated, and drawn once, without a skeleton, where it is here within 40 ms; pictures, the line of a sync under way and every other script when that is seen: in turn with the build of before, on a busy machine, 162 and 167 ms with 0 and 1,300 games in the place of 202 and 242, beside 129 of an empty page. By marks, 5 of these are the answer of the storage and 10 to 15 drawing. Taken back: a small script before it that asks still sooner.',
  },
  {
    what: 'worker started',
    why: 'One file of 374 kB is read before the first answer, as long as reading so many idle bytes takes: what is evaluated of it is 23 kB.',
    tried:
      'one classic file in the place of a module of four (2.9 to 2.1 times an empty worker); all but the listeners behind import(), which the build puts into the same file, and what an earlier worker may have left looked for a second later: 3.28 times before, 2.27 after. The same with that looked for at once evaluates everything before the first answer, and gave nothing.',
  },
  {
    what: 'worker woken by an alarm',
    why: 'It is the start of the worker: one file of 374 kB is read.',
    tried: 'what was tried for the start: 3.78 times before, 2.87 after.',
  },
  {
    what: 'library painted with its first games',
    why: 'The options page has 177 kB of script before its first frame, and then draws its head and eight games. By a trace of 1,300 games on a busy machine, in milliseconds since the page began: its script has run at 47, its first rows are here at 76, its head is made by 113, its games in the frame from 122 to 154: 12 making their nodes, 8 style and layout, 8 painting.',
    tried:
      'what stands beside the games and above them in scripts of their own (185 kB before the first frame, 159 after, and 177 with the words and routes of the pages that came since); a first screen by the index, read without Dexie by a small script while the page is loaded, and begun before it is known whose is shown, where one library alone is here; drawn with the head in one frame; no more of them drawn in it than can be seen, where all fifty were, and then twelve; what reads the library, what wakes the background, pictures, filters and latest trophies asked for once that frame is seen: asking for six files and twelve pictures took a third of the time between the rows and the frame; the logo in the page and not as a picture, which is a document of its own, and no node for the sign that trophies are awaited. In turn with the build of before, 1,300 games, on a busy machine: 0.53 (0.44 to 0.66) of its time at first, and of that 0.64 with what came last, 3.2 times an empty page before, 1.9 after. A clock that looked as a frame began told the games a frame late, and one that is asked first after a frame tells what else is done then. Preloading what reads the library, holding back the empty frame before the games, and no glow behind the page gave nothing; nor did templates that are parsed without a policy for them, or made element by element and not parsed: in turn, 12 times on a busy machine, the page’s thread worked 100 and 94 ms in the place of 103, and 74 and 77 at the least in the place of 77, where an empty page’s worked 16. By a profile of that, its head takes 35 until the width of the games is known, which lays it out at once in 10, their nodes 17, laying them out 9 and painting 7.',
  },
  {
    what: 'a request of a first sync',
    why: 'Two at a time it is 0.70 to 0.75 of the same requests one after another, where one at a time was 1.25 to 1.31. Against two at a time from Node, which do nothing with an answer, about 20 ms of own work a request are left: parsing it, storing it before a third goes out, so that a worker that dies repeats two at most, and the browser’s own way from an answer to the worker.',
    tried:
      'two requests at a time in the place of the next one while an answer is stored, what is counted for the player written while it is asked, each answer parsed once, and how far it has come told once a second in the place of after each.',
  },
  {
    what: 'a set stored',
    why: 'A transaction has three rows to write and four to read where the floor writes one; of the time, a profile on a busy machine showed two fifths idle and a tenth in the browser’s own writing, schemas and packing less.',
    tried:
      'reading and writing at once what was read and written one after the other, unpacking a set once, and asking for the room on the disk once a second in the place of before each write, which took half as long as the writing itself: 6.44 times the floor before, 4.67 after.',
  },
  {
    what: 'processor time of a quiet sync',
    why: 'The first page of titles has 800 rows where 42 games have 42: half a megabyte of answer in the place of 26 kB, and as many rows to compare with. From 801 games on it grows no more: the rows read are the same.',
    tried:
      'reading no title where nothing can be missing, and parsing the page once in the place of twice.',
  },
  {
    what: 'scrolling the library as a list',
    why: 'Without a graphics card two processors have to make each frame. By a trace on a busy machine a step of 60 pixels takes 49 ms of them: 26 in the page (11 making rows, 6 style and layout, 5 recording what is painted, 3 its layers), 11 drawing tiles, 11 putting them together. On a quiet one the page takes 47 ms a step, 28 without pictures, 32 without grades, and a plain page with the same pictures 7: one of ours is loaded as its row is drawn, whose initials it takes the place of.',
    tried:
      'grades, progress and flags of one node each with shapes from the style sheet, rows of 44 pixels that stand for themselves, less drawn ahead, and no style any more that asks what a page has, which was answered anew for each row. Pictures that stand there at once, without fading in, gave nothing.',
  },
  {
    what: 'scrolling the library as a grid',
    why: 'As the list: on a quiet machine the page takes 27 ms a step, 16 without pictures, and a plain page with the same ones 9.',
    tried: 'the same as for the list; a square picture still has a second, blurred one behind it.',
  },
  {
    what: 'trophy log painted with its first trophies',
    why: 'The page has its own script before its first frame, as the library, and then the log’s. On a quiet machine 495 ms with 250,000 trophies, beside 87 of an empty page, and 73 from another page; before its first trophies came without Dexie it was seven times an empty page.',
    tried:
      'a small script that reads the newest trophies, their games and names while the page is loaded; all else after they are seen. From another page what is at hand is drawn at once, without reading the newest first, by the same days and numbers as before: two frames in the place of four, on a busy machine; and its rows in the first frame, where the list waited for its width and then for the window’s height: in turn ten times, 94 ms before and 63 after, 45 of the page’s thread before and 30 after. The filters beside the trophies come a frame after them, once all that there is to choose is known. No await at the top level of the page’s entry, for which each page’s own script waited, and it for that, until 150 ms were over: in turn six times 241 ms before and 133 after. Asking for all files of a page at once, by modulepreload or by naming them all in the first, gave nothing: 116 and 128.',
  },
  {
    what: 'statistics painted with their first figures',
    why: 'Each figure is of all games: 5,000 of them are read before the first, 4 MB, for which the browser takes most of the time. Level and points, which come with the status, are there before. A row of the whole library’s sums, written with the sets, would take the place of that reading. On a quiet machine 864 ms, beside 87 of an empty page, and 43 from another page.',
    tried:
      'all games read without Dexie by the small script while the page is loaded, where the page asked for them after all its scripts, by a profile on a busy machine 1,150 ms after it began; what was earned counted after the first figures, in slices of 5 ms, where it took 400 of their own frame; the parts below the first screen a frame later, and of them a chart a frame. In turn with the build of before, one or two rounds on a very busy machine: 3,117 ms before, 2,682 and 2,075 after, and the longest frame afterwards 2,009 before, 303 and 350 after. All that needs no game is drawn before they are here, and games are read by their keys, which looks up no row by itself: on a busy machine the first frame with anything 268 ms before and 172 after, with its figures 277 and 258; what next 236 and 156, 227 and 218; the year 376 and 132, 382 and 385.',
  },
  {
    what: 'what next painted with its first trophies',
    why: 'What is open of each game stands with its title: 5,000 of them are read before the first, and ranked. A kept row of the candidates would take the place of that reading. On a quiet machine 432 ms before that, beside 44 of an empty page, and 22 from another page.',
    tried:
      'all games, and what the player has marked, read without Dexie while the page is loaded: in turn twelve times on a busy machine 744 ms before and 415 after, 499 and 302 at the least; taken back once before, after one round. By a profile of what is left, in the page: the browser’s reading of 5,000 games, looking whether each is plain, ranking them, and the collector after that. Before that drawing the page before what reads the library is here; what the player has marked kept at hand until it changes, games to rank made once of the same, and twelve rows before the other 38: one frame in the place of four from another page, on a busy machine.',
  },
  {
    what: 'the year painted with its figures',
    why: 'It is counted anew from all that was earned, 250,000 trophies in 5,000 sets, which takes 0.4 s to read and 0.6 to count: nothing of a year is stored. On a quiet machine 1,176 ms, beside 87 of an empty page, and 48 from another page, where what was earned is at hand.',
    tried:
      'only the first screen before the first frame, a year counted from its own stretch of the log, and days counted by one table from page to page: by a clock of the page’s own thread, on a busy machine, 1,235 ms before and 47 to 137 after; one reading for all pages, kept for a while; its log and days made once for the same rows; no waiting for the first screen of the log; drawing the page before what reads the library is here; all games and all that was earned read without Dexie while the page is loaded (one round on a very busy machine: 2,766 ms before, 2,377 after). Of the running year only the sets with a trophy since the year before would be needed, which the index of the log knows.',
  },
  {
    what: 'trophy log, ',
    why: 'Drawing the rows that it shows is most of it: by a profile of four filters on a busy machine 8 ms each are the filter itself and its days, 11 a layout that is asked for, 14 the address, which comes after the frame. With 250,000 trophies a grade, a jump and words took 38, 44 and 46 ms on a quiet machine; the first words, for which all names are read, 78, and the longest frame while they are read 134, both before what is told last.',
    tried:
      'names read once what is found in names of games is seen, and sixty sets at a time in the place of 250: 344 to 104 ms for the first words on a busy machine; the newest hundred that fit at first, the rest and the numbers beside the options in slices of 5 ms after the frame; before that one filter after the other over what is left, no copy of the places (8 ms), no layout asked for where nothing is scrolled, and the numbers beside the options after the frame; of words names alone are read, without making trophies of them, and what is plain letters is folded by its case only (170 to 24 ms for all); names of games folded once the log is seen; what has been found kept as names come, thirty sets at a time, where the whole log was looked through anew for each sixty, in new tables of a megabyte, for which a third of the time went; the list drawn four times a second while they come; names of what a key finds read after its frame, nothing beside the list made anew for each letter, and the pages’ links laid out no more with each. Finding by set what names fit that come later gave nothing: while names are read little more than a screen has been looked at.',
  },
  {
    what: 'a copy restored',
    why: 'In memory nothing is stored. A restoring stores what it reads twice: first beside the library, many rows as one text, so that nothing of it is changed before the player has seen what would become of it and all of the file is known to be whole, and then row by row in the library, all in one transaction. That last writing is most of its time, and over the budget by itself: nothing else of a restoring is left out where the same rows are written once.',
    tried:
      'rows of large tables in texts of 256,000 characters, 150 planned rows as one value, no row asked for where a table of the library is empty, and rows handed over while those before are written: by a profile of 250,000 trophies on a busy machine reading took 5.9 s before and 1.3 after, planning 6.6 and 0.9, moving 11.5 and 3.2, where the plain writing took 2.2 to 4.9. The same as bytes or as files took as long as texts. Before that rows moved many at a time whatever their tables, games planned many at a time, a row that is as in the copy not stored a third time, and rows read, checked and planned while those before are stored: of 1,000 games with 50,000 trophies 41 s before and 8 after.',
  },
  ...['search', 'sort', 'filter'].map((action) => ({
    what: `${action}, key to painted`,
    why: 'Drawing the games that it shows is most of it: eight cards since the filters stand beside them, where one row was on the screen. While a sync writes, worker, storage and page share two cores.',
    tried:
      'looking at each game anew only where something is asked for (3.2 ms of an order of 18,516 in Node), reading together what changed in 250 ms, a key and its frame before any news, and after that frame the address, the filters’ numbers, what is drawn beyond the screen and the blur behind square covers; other games in the elements that are there (34 ms of processor time a key before, 25 after); the address once after some keys, which took 10 ms of each.',
  })),
];
