// No file says in other words what the glossary has a word for, and no comment begins with a relative clause.
import { conclude, lines, names } from './files.mjs';

const looked = /^(src|docs|infra)\/|^(README|CHANGELOG|CONTRIBUTING|SECURITY)\.md$/;
const code = /^(src|tests)\/.*\.(cs|razor)$/;
const generated = /package-lock\.json$/;

// Paraphrases of a plain word: the subject's name, again, records or says, continues, is running, a number, of their own, read again, idempotent.
const paraphrases = /\b(whoever|whom|anew|tells|told|goes on|is at it|are at it|so many|of theirs|gone over|goes over|harmless to repeat)\b/gi;

// Names that parts of the program once had: types, settings, addresses and fields.
const formerTypes = `
  AddressMove ApplicationTests AskForDesk AskForDeskResult AskToMove BlockedStep CarryThrough ChangeWishes ChooseAtDesk ContactChecks
  ContactMoveEndpoints CountSettled DepartedTests DepartureStore DeskAnswers DeskChoices DeskCookie DeskDoor DeskEndpoints DeskForm
  DeskList DeskMessage DeskOwner DeskPage DeskPhrases DeskQuestion DeskServices DeskTests DeskView DeskVisitor DigestReader
  EarlierSettlement ExplainedReader FindOfficerUse FindPersonUse FindReader FollowRelease ForgetDepartures ForgetRefusals GappedText
  GappedTextTests KeepContacts KeepContactsTests KeepCopies KeepCopiesTests KeepDigestReader KeepOwnWord KeepSignup KnownPerson
  LeaveByToken LeaveDates LeaveEndpoints LeaveLists LeaveListsTests LeaveMailPhrases LeaveMailbox LeaveMailboxFaultTests LeaveMailto
  LeaveMetrics LeaveNotice LeaveOptions LeaveOptionsRules LeaveOptionsTests LeaveOptionsValidator LeavePage LeavePhrases LeavePreview
  LeaveServices LeaveSubject LeaveSubjectTests LeaveTests LeaveWay LeftRule LifeAnswer LiftByOwnWord LookedWorkshop MoveAddress
  MoveAddressResult MoveContact MoveEndpointTests MoveEndpoints MoveInput MoveRelease MoveRule MoveRuleTests MoveSubscriptions Newsdesk
  NoteNotice NoteNotices NoteRefusals NoteRefusalsTests OfficerEndpoints OfficerInUse OfficerPhone OfficerPhoneKind OfficerRequest
  OfficerRules OfficerRulesTests OfficerStore OfficerStoreTests OfficerTests OpenDesk OpenDeskTests OpenLeaveMailbox OpenTurn
  PaceAnswer PaceGrant PaceLimits PaceOptions PaceOptionsValidator PaceRequest PaceRule PaceRuleTests PaceSlot PaceSlots PaceStore
  PaceTidy PaceUse PaceWindow PacedDispatchTests PacingServices PartWithContact PersonEndpoints PersonRequest PersonRules PersonStore
  PressHouse PressOfficeApp PreviewAnswer PreviewEndpoints PreviewForm PreviewFormRule PreviewFormRuleTests PreviewLeave PreviewLink
  PreviewQuery PreviewReader PreviewReaderRules PreviewReaderRulesTests PreviewServices PreviewTests ReachedSoFar ReadDepartures
  ReadDesk ReadLeaveMails ReadLeaveMailsTests ReadLeavePage ReadPreview ReadStanding ReaderLanguages ReaderZone ReaderZoneTests
  RefusalRule RefusalRuleTests RefusalServices RefusalStore RefusedStep ReleaseLife ReleaseLifeTests ReleasePeople ReleasePreview
  ReleaseStep RememberNotice RemoveOfficer RemoveOfficerResult RemoveOfficerTests RemovePerson SentContacts SettleHeld SettleHeldResult
  SettleHeldTests SettleRequest SettlementInput SettlementRules SettlementRulesTests SettlementServices SettlementStore
  SettlingEndpointTests SettlingEndpoints ShelfAnswers SignupWord SkipRest SmtpTurn StandingText StayByToken StayChoice StayOnLists
  StayWish StepAnswer StepKind StepResult SubscribeByOwnWord SubscriptionWord SuppressPerson TakeBackDepartures TakeHtml TakeRows
  TakeStep TellLeaver TellLeaverTests TellStaff TellWorkflow UpdateCopies WishRules WishesTests WriteDeskMail WriteMoveMail
  WritePreview WritePreviewResult WrittenPreview
`.trim().split(/\s+/);
const former = new RegExp(`\\b(${formerTypes.join('|')})\\b`, 'g');
const formerSettings = /\b(Pace|Leave|Desk)(:|__)[A-Z]\w*|\/api\/(people|officers)\b|\/(leave|desk)\/\{|"(verdict|wishes|ticks|needsSecondPerson)":/g;

// A sentence that is no question begins with its subject.
const clause = /^\s*(?:\/\/\/?)\s*(?:<\w+[^>]*>)*(Who|Whose|Of whom|What)\b[^?]*$/g;

const rules = [
  ['a paraphrase', looked, paraphrases],
  ['a former setting, address or field', looked, formerSettings],
  ['a former name', /^(src|docs|infra|tests)\/|\.md$/, former],
  ['a comment that begins with a relative clause', code, clause],
];

function faultsOf(name) {
  if (generated.test(name)) return [];
  return lines(name).flatMap((line, index) => rules.filter(([, where]) => where.test(name)).flatMap(([what, , form]) =>
    [...line.matchAll(form)].map((match) => `${name}:${index + 1}: ${what}: ${match[1] ?? match[0]}`)));
}

const files = names();
conclude('files', files.length, files.flatMap(faultsOf));
