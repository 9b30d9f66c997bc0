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
        new LinkTextVague(),

        // dates
        new DateWeekday(),
        new DateInvalid(),
        new DatePast(),
        new DateMissing(),

        // personal data and secrets
        new PiiMobilePhone(),
        new PiiName(),
        new PiiEmail(),
        new PiiAddress(),
        new CredentialLeak(),
        new InvestigationWords(),
        new ArrestBeforePress(),

        // characters
        new CharBidiControl(),
        new CharInvisible(),
        new CharControl(),
        new CharHalfwidthKana(),
        new CharMachineDependent(),

        // wording
        new Jargon(),
        new EncourageSpreading(),
        new ReplyProhibited(),
        new ListedWords(),

        // entries of the application
        new ContentClass(),
        new PublicBodySource(),
        new ExtensionMissing(),
        new GroundReason(),
        new RelatedUnitsMissing(),
        new CaseFlag(),
        new CaseWords(),
        new CaseInformationAbsent(),
        new StandardFormUnchanged(),
        new RelatedDocuments(),
        new ReferenceDifference(),
        new ImageAltMissing(),
        new MediaRights(),
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

        // reposts
        new QuoteCareNote(),
        new QuotePersons(),
        new RepostTarget(),
        new RepostPublicBody(),
        new RepostNecessity(),
        new RepostOff(),
    ];
}
