// Expands calendars with ical.js: a line of JSON {ics, first, last} in, a line of its events out.
import { createInterface } from "node:readline";
import ICAL from "../../web/node_modules/ical.js/dist/ical.js";

const DAY = 86_400;
// How far ahead of the last day an occurrence may have been planned that was moved before it.
const MOVED = 400 * DAY;

function told(time) {
  return time.isDate ? time.toString() : time.toUnixTime();
}

function occurrences(event, last) {
  if (!event.isRecurring()) {
    return [{ item: event, startDate: event.startDate, endDate: event.endDate }];
  }
  const found = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (next.toUnixTime() > last + MOVED) {
      break;
    }
    found.push(event.getOccurrenceDetails(next));
  }
  return found;
}

function expand({ ics, last }) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const parts = calendar.getAllSubcomponents("vevent");
  const exceptions = parts.filter((part) => part.hasProperty("recurrence-id"));
  return parts
    .filter((part) => !part.hasProperty("recurrence-id"))
    .flatMap((part) => {
      const uid = part.getFirstPropertyValue("uid");
      const own = exceptions.filter((other) => other.getFirstPropertyValue("uid") === uid);
      const event = new ICAL.Event(part, { exceptions: own, strictExceptions: true });
      return occurrences(event, last).map(({ item, startDate, endDate }) => ({
        uid,
        begins: told(startDate),
        ends: told(endDate),
        summary: item.summary ?? "",
        location: item.location ?? "",
      }));
    });
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(expand(JSON.parse(line)))}\n`);
}
