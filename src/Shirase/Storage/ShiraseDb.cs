using System.Text.Json;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.Incidents;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Records;
using Shirase.Core.Regulations.Local;
using Shirase.Core.Site;
using Shirase.Core.Text.Links;
using Shirase.Core.Webhooks;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Posts;
using Shirase.Records;
using Shirase.Storage.Instances;
using Shirase.Text.Links;
using Shirase.Webhooks;

namespace Shirase.Storage;

/// <summary>
/// The store. Queries stand beside the page that shows them; writes go through the verbs of the rooms.
/// Every row belongs to a body, and the query filters in <see cref="Schema"/> are the one place that scopes them.
/// </summary>
public abstract class ShiraseDb(DbContextOptions options, CurrentBody body) : IdentityUserContext<SignIn, Guid>(options)
{
    private readonly List<PendingEntry> _pending = [];
    private CallClaim.Begun? _call;

    public DbSet<Body> Bodies => Set<Body>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Staff> Staff => Set<Staff>();

    public DbSet<Posting> Postings => Set<Posting>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<Deputy> Deputies => Set<Deputy>();

    public DbSet<StandardForm> StandardForms => Set<StandardForm>();

    public DbSet<Terminal> Terminals => Set<Terminal>();

    public DbSet<TerminalLoss> TerminalLosses => Set<TerminalLoss>();

    public DbSet<TerminalState> TerminalStates => Set<TerminalState>();

    public DbSet<TerminalOverride> TerminalOverrides => Set<TerminalOverride>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<OfficialAccount> Accounts => Set<OfficialAccount>();

    public DbSet<VerifyingPlatform> VerifyingPlatforms => Set<VerifyingPlatform>();

    public DbSet<AccountVerification> AccountVerifications => Set<AccountVerification>();

    public DbSet<AccountTokens> AccountTokens => Set<AccountTokens>();

    public DbSet<AccountCall> AccountCalls => Set<AccountCall>();

    public DbSet<AccountRate> AccountRates => Set<AccountRate>();

    public DbSet<AccountHealth> AccountHealth => Set<AccountHealth>();

    public DbSet<ProfileLook> ProfileLooks => Set<ProfileLook>();

    public DbSet<PostApplication> Applications => Set<PostApplication>();

    public DbSet<PostDelivery> Deliveries => Set<PostDelivery>();

    public DbSet<PublicBody> PublicBodies => Set<PublicBody>();

    public DbSet<ErrorReport> ErrorReports => Set<ErrorReport>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<PermissionRequest> PermissionRequests => Set<PermissionRequest>();

    public DbSet<StandingOrder> StandingOrders => Set<StandingOrder>();

    public DbSet<StoredMedia> Media => Set<StoredMedia>();

    public DbSet<StoredPracticePost> PracticePosts => Set<StoredPracticePost>();

    public DbSet<StoredNotice> WebsiteNotices => Set<StoredNotice>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Duty> Duties => Set<Duty>();

    public DbSet<OnCallContact> OnCallContacts => Set<OnCallContact>();

    public DbSet<Serial> Serials => Set<Serial>();

    public DbSet<PublishFreeze> Freezes => Set<PublishFreeze>();

    public DbSet<ElectionPeriod> ElectionPeriods => Set<ElectionPeriod>();

    public DbSet<FlareUp> FlareUps => Set<FlareUp>();

    public DbSet<FlareUpEntry> FlareUpEntries => Set<FlareUpEntry>();

    public DbSet<ForeignPost> ForeignPosts => Set<ForeignPost>();

    public DbSet<TimelineLook> TimelineLooks => Set<TimelineLook>();

    public DbSet<AccountStop> AccountStops => Set<AccountStop>();

    public DbSet<PageProof> PageProofs => Set<PageProof>();

    public DbSet<PolicyChange> PolicyChanges => Set<PolicyChange>();

    public DbSet<MediaDownload> MediaDownloads => Set<MediaDownload>();

    public DbSet<Dormancy> Dormancies => Set<Dormancy>();

    public DbSet<Platform> Platforms => Set<Platform>();

    public DbSet<RiskBaseline> RiskBaselines => Set<RiskBaseline>();

    public DbSet<AccountRequest> AccountRequests => Set<AccountRequest>();

    public DbSet<TermsReview> TermsReviews => Set<TermsReview>();

    public DbSet<AccountClosing> AccountClosings => Set<AccountClosing>();

    public DbSet<PlatformAssessment> PlatformAssessments => Set<PlatformAssessment>();

    public DbSet<AccountPassword> AccountPasswords => Set<AccountPassword>();

    public DbSet<PasswordHolder> PasswordHolders => Set<PasswordHolder>();

    public DbSet<PasswordOpening> PasswordOpenings => Set<PasswordOpening>();

    public DbSet<PasswordPaper> PasswordPapers => Set<PasswordPaper>();

    public DbSet<PolicyDocument> PolicyDocuments => Set<PolicyDocument>();

    public DbSet<GlossaryEntry> GlossaryEntries => Set<GlossaryEntry>();

    public DbSet<PublishedPolicy> PublishedPolicies => Set<PublishedPolicy>();

    public DbSet<EnteredRule> LocalRules => Set<EnteredRule>();

    public DbSet<MonthlyReport> MonthlyReports => Set<MonthlyReport>();

    public DbSet<CheckTally> CheckTallies => Set<CheckTally>();

    public DbSet<WebsiteLook> WebsiteLooks => Set<WebsiteLook>();

    public DbSet<TermsLook> TermsLooks => Set<TermsLook>();

    public DbSet<LinkCapture> LinkCaptures => Set<LinkCapture>();

    public DbSet<LinkLook> LinkLooks => Set<LinkLook>();

    public DbSet<Instance> Instances => Set<Instance>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<JobMark> JobMarks => Set<JobMark>();

    public DbSet<WebhookSubscription> WebhookSubscriptions => Set<WebhookSubscription>();

    public DbSet<WebhookMessage> WebhookMessages => Set<WebhookMessage>();

    public DbSet<IdempotentCall> IdempotentCalls => Set<IdempotentCall>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<JournalHead> JournalHeads => Set<JournalHead>();

    /// <summary>Read by the query filters at every query.</summary>
    internal BodyId BodyKey => new(body.Slug);

    internal bool IsUnscoped => body.Id is null;

    /// <summary>Writes a journal entry with the change: both stand or fall together.</summary>
    /// <param name="verb">Past tense, such as <c>application.approved</c>.</param>
    /// <param name="detail">Ids, hashes, clause ids; no texts, no personal data.</param>
    public void Record(BodyId of, Act act, string verb, string subject, object? detail = null) =>
        _pending.Add(new(of, act.By, act.At, verb, subject, detail is null ? "{}" : JsonSerializer.Serialize(detail)));

    /// <summary>The same for what the system itself did.</summary>
    public void Record(BodyId of, DateTimeOffset at, string verb, string subject, object? detail = null) =>
        _pending.Add(new(of, null, at, verb, subject, detail is null ? "{}" : JsonSerializer.Serialize(detail)));

    /// <summary>Forgets everything prepared and not saved: changes and journal entries alike.</summary>
    public void Forget()
    {
        ChangeTracker.Clear();
        _pending.Clear();
    }

    /// <summary>From now on this scope acts for a call of the interface: whatever is journalled marks the call as done, in one transaction.</summary>
    public void ActsFor(CallClaim.Begun call) => _call = call;

    /// <summary>
    /// Begins a change of a body. Changes of one body run one after another, so what was read in it still holds when it is
    /// written; changes of different bodies do not wait for each other.
    /// </summary>
    public async Task<IDbContextTransaction> BeginChangeAsync(BodyId of, CancellationToken ct)
    {
        var transaction = await Database.BeginTransactionAsync(ct);
        await LockBodyAsync(of, ct);
        return transaction;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_pending.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        foreach (var ofBody in _pending.GroupBy(p => p.Body))
        {
            await AppendAsync(ofBody.Key, ofBody, cancellationToken);
        }

        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await MarkCallAsync(cancellationToken);
        _pending.Clear();
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return rows;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Schema.Apply(builder, this);
    }

    /// <summary>Makes other changes of the body wait until this transaction ends. Asked twice, it holds once.</summary>
    protected abstract Task LockBodyAsync(BodyId of, CancellationToken ct);

    // The lock comes first, so entries of concurrent changes queue instead of colliding
    private async Task AppendAsync(BodyId of, IEnumerable<PendingEntry> entries, CancellationToken ct)
    {
        await LockBodyAsync(of, ct);
        foreach (var stale in ChangeTracker.Entries<JournalHead>().Where(h => h.Entity.Body == of).ToList())
        {
            stale.State = EntityState.Detached;
        }

        var head = await JournalHeads.SingleOrDefaultAsync(h => h.Body == of, ct);
        if (head is null)
        {
            head = new JournalHead(of, 0, JournalEntry.Genesis);
            Add(head);
        }

        var told = new List<JournalEntry>();
        foreach (var p in entries)
        {
            var entry = JournalEntry.Next(of, head.Number + 1, p.At, p.By, p.Verb, p.Subject, p.Detail, head.Hash);
            Add(entry);
            told.Add(entry);
            head.Advance(entry.Number, entry.Hash);
        }

        await WebhookFan.PrepareAsync(this, of, told, ct);
    }

    private async Task MarkCallAsync(CancellationToken ct)
    {
        var (at, subject) = ((DateTimeOffset?)_pending[0].At, _pending[0].Subject);
        if (_call is { } call && await IdempotentCalls.Where(c => c.Id == call.Id && c.Fence == call.Fence)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.ActedAt, at).SetProperty(c => c.Subject, subject), ct) != 1)
        {
            throw new CallWasTakenOverException();
        }
    }

    private sealed record PendingEntry(BodyId Body, StaffId? By, DateTimeOffset At, string Verb, string Subject, string Detail);
}
