using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Every check of a message that the program knows. A new one is a class of this folder and a line here.</summary>
public static class TextChecks
{
    public static IReadOnlyList<ICheck> All { get; } =
    [
        // heading and length
        new SubjectLine(),
        new HeadingMissing(),
        new HeadingMismatch(),
        new XLength(),
        new XLengthPolicy(),

        // links
        new ForeignLink(),
        new UrlShortener(),
        new UrlFullwidth(),
        new UrlRedirect(),
        new UrlDead(),
        new UrlHomograph(),
        new LinkTextVague(),
        new QuoteThirdParty(),

        // hashtags
        new HashtagPlatformRisk(),
        new HashtagAccidental(),
        new HashtagNotLinked(),

        // dates
        new DateWeekday(),
        new DateInvalid(),
        new DateWarekiMismatch(),
        new DateRange(),
        new DateHoliday(),
        new TimeAmPm(),
        new DateRelative(),
        new DatePast(),
        new DateMissing(),

        // personal data and secrets
        new PiiMobilePhone(),
        new PiiName(),
        new PiiEmail(),
        new PiiAddressDetail(),
        new PiiAgeExact(),
        new PiiBirthDate(),
        new PiiPlate(),
        new PiiMynumber(),
        new PiiDocumentNumber(),
        new PiiAccountNumber(),
        new VictimIdentifiable(),
        new JuvenileIdentifiable(),
        new ContactNotOfficial(),
        new CredentialLeak(),
        new InvestigationWords(),
        new InvestigationSecret(),
        new MissingPersonConsent(),
        new ArrestBeforePress(),

        // characters
        new CharBidiControl(),
        new CharInvisible(),
        new CharControl(),
        new CharHalfwidthKana(),
        new CharMachineDependent(),
        new FullwidthAlnum(),
        new FullwidthPhone(),
        new EmojiOveruse(),
        new AsciiArt(),
        new DifficultKanji(),

        // wording
        new Jargon(),
        new EncourageSpreading(),
        new ReplyProhibited(),
        new DuplicatePost(),
        new CorrectionIncomplete(),
        new TrainingMarkMissing(),
        new MissingAction(),
        new MissingFact(),
        new MissingPlaceTime(),
        new TypingErrors(),
        new PhoneFormat(),

        // what must not be said
        new DiscriminatoryExpression(),
        new DescriptorEthnicity(),
        new Defamation(),
        new PresumptionOfInnocence(),
        new UnverifiedInformation(),
        new SexualExplicit(),
        new Advertising(),
        new PoliticalActivity(),

        // plain Japanese
        new EasyJapanese(),
        new LongSentence(),
        new DoubleNegative(),
        new AbbreviationUndefined(),
        new EraMixed(),

        // mails
        new MailCategoryScope(),
        new MailHours(),
        new MailAreaMismatch(),

        // wordings that a file lists
        new ListedWords(),

        // entries of the application
        new ContentClass(),
        new PolicyCategoryMissing(),
        new PolicyCategory(),
        new PublicBodySource(),
        new ExtensionMissing(),
        new GroundReason(),
        new RelatedUnitsMissing(),
        new CaseFlag(),
        new ConcernedUnits(),
        new RecognitionTime(),
        new CaseWords(),
        new CaseInformationAbsent(),
        new StandardFormUnchanged(),
        new RelatedDocuments(),
        new ReferenceDifference(),
        new ReferenceNames(),
        new AttachedMarks(),
        new ImageAltMissing(),
        new MediaRights(),
        new PersonsConsentMissing(),
        new ThirdPartyImage(),

        // may it be made public, and where first
        new InformationClass(),
        new ReleaseDecision(),
        new ReleaseStatus(),
        new Embargo(),
        new OutageCritical(),
        new FlaggedWords(),

        // how it reads
        new CharSpacedWord(),
        new ComplexContent(),
        new DetailSource(),
        new ElectionTime(),
        new SingleMedium(),

        // reposts
        new QuoteCareNote(),
        new QuotePersons(),
        new RepostTarget(),
        new RepostPublicBody(),
        new RepostNecessity(),
        new RepostOff(),
    ];
}
