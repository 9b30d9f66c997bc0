using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Channels;
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

namespace Shirase.Storage;

/// <summary>Tables, keys, indexes, and the query filter that scopes every row to its body.</summary>
internal static class Schema
{
    public static void Apply(ModelBuilder builder, ShiraseDb db)
    {
        builder.Entity<SignIn>(e =>
        {
            e.ToTable("sign_ins");
            e.HasIndex(s => s.Staff).IsUnique();
        });
        builder.Entity<Body>(e => e.HasKey(b => b.Id));
        Scoped<Unit>(builder, db, u => u.Body == db.BodyKey).HasIndex(u => new { u.Body, u.Code }).IsUnique();
        Scoped<Staff>(builder, db, s => s.Body == db.BodyKey).HasIndex(s => s.LoginName).IsUnique();
        Scoped<Posting>(builder, db, p => p.Body == db.BodyKey).HasIndex(p => p.Staff);
        Scoped<Appointment>(builder, db, a => a.Body == db.BodyKey).HasIndex(a => a.Staff);
        Scoped<Deputy>(builder, db, d => d.Body == db.BodyKey).HasIndex(d => d.Staff);
        Scoped<Terminal>(builder, db, t => t.Body == db.BodyKey);
        Scoped<TerminalLoss>(builder, db, l => l.Body == db.BodyKey).HasIndex(l => l.Terminal);
        Scoped<TerminalState>(builder, db, s => s.Body == db.BodyKey).HasIndex(s => new { s.Terminal, s.At });
        Scoped<StandardForm>(builder, db, f => f.Body == db.BodyKey);
        Scoped<TerminalOverride>(builder, db, t => t.Body == db.BodyKey);
        Scoped<ApiToken>(builder, db, t => t.Body == db.BodyKey).HasIndex(t => t.Hash).IsUnique();
        Scoped<OfficialAccount>(builder, db, a => a.Body == db.BodyKey)
            .HasIndex(a => new { a.Body, a.Regulation, a.Handle }).IsUnique();
        builder.Entity<OfficialAccount>().Property(a => a.IsPreparing).HasDefaultValue(false);
        builder.Entity<OfficialAccount>().Property(a => a.StartJson).HasDefaultValue("");
        Scoped<VerifyingPlatform>(builder, db, p => p.Body == db.BodyKey);
        Scoped<AccountVerification>(builder, db, v => v.Body == db.BodyKey).HasIndex(v => new { v.Account, v.At });
        Scoped<AccountTokens>(builder, db, t => t.Body == db.BodyKey).HasIndex(t => t.Account);
        Scoped<AccountCall>(builder, db, c => c.Body == db.BodyKey).HasIndex(c => new { c.Account, c.At });
        Scoped<AccountRate>(builder, db, r => r.Body == db.BodyKey).HasIndex(r => new { r.Account, r.Operation, r.Window }).IsUnique();
        Scoped<AccountHealth>(builder, db, h => h.Body == db.BodyKey);
        Scoped<ProfileLook>(builder, db, l => l.Body == db.BodyKey);
        Applications(Scoped<PostApplication>(builder, db, a => a.Body == db.BodyKey), builder);
        Deliveries(Scoped<PostDelivery>(builder, db, d => d.Body == db.BodyKey));
        Scoped<PublicBody>(builder, db, b => b.Body == db.BodyKey).HasIndex(b => new { b.Body, b.Handle });
        Scoped<ErrorReport>(builder, db, r => r.Body == db.BodyKey).HasIndex(r => r.Application);
        Corrections(Scoped<Correction>(builder, db, c => c.Body == db.BodyKey));
        Scoped<StandingOrder>(builder, db, o => o.Body == db.BodyKey);
        Scoped<StoredMedia>(builder, db, m => m.Body == db.BodyKey);
        Scoped<MediaDownload>(builder, db, d => d.Body == db.BodyKey).HasIndex(d => d.Media);
        Scoped<StoredPracticePost>(builder, db, p => p.Body == db.BodyKey).HasKey(p => new { p.Body, p.Id });
        Scoped<StoredNotice>(builder, db, n => n.Body == db.BodyKey).HasKey(n => new { n.Body, n.Id });
        Scoped<Notice>(builder, db, n => n.Body == db.BodyKey).HasIndex(n => new { n.To, n.ReadAt });
        Duties(Scoped<Duty>(builder, db, d => d.Body == db.BodyKey));
        Scoped<OnCallContact>(builder, db, c => c.Body == db.BodyKey);
        Scoped<PermissionRequest>(builder, db, p => p.Body == db.BodyKey);
        Scoped<PublishFreeze>(builder, db, f => f.Body == db.BodyKey).HasIndex(f => new { f.Body, f.ResumedAt });
        Scoped<ElectionPeriod>(builder, db, e => e.Body == db.BodyKey).HasIndex(e => new { e.Body, e.To });
        // Whoever declares at the same moment declares one
        Scoped<FlareUp>(builder, db, f => f.Body == db.BodyKey).HasIndex(f => f.Account).IsUnique().HasFilter("ended_at IS NULL");
        Scoped<FlareUpEntry>(builder, db, e => e.Body == db.BodyKey).HasIndex(e => e.FlareUp);
        Scoped<ForeignPost>(builder, db, f => f.Body == db.BodyKey).HasIndex(f => new { f.Account, f.RemoteId }).IsUnique();
        Scoped<TimelineLook>(builder, db, l => l.Body == db.BodyKey);
        Scoped<AccountStop>(builder, db, s => s.Body == db.BodyKey).HasIndex(s => new { s.Account, s.At });
        Scoped<PageProof>(builder, db, p => p.Body == db.BodyKey).HasIndex(p => p.Subject);
        Scoped<PolicyChange>(builder, db, c => c.Body == db.BodyKey).HasIndex(c => c.Account);
        Scoped<EnteredRule>(builder, db, r => r.Body == db.BodyKey).HasIndex(r => r.Body);
        Scoped<PublishedPolicy>(builder, db, p => p.Body == db.BodyKey).HasIndex(p => new { p.Account, p.Number }).IsUnique();
        Scoped<GlossaryEntry>(builder, db, g => g.Body == db.BodyKey).HasIndex(g => new { g.Body, g.Regulation });
        Scoped<Dormancy>(builder, db, d => d.Body == db.BodyKey).HasIndex(d => d.Account);
        Scoped<AccountPassword>(builder, db, p => p.Body == db.BodyKey).HasIndex(p => p.Account);
        Scoped<PasswordHolder>(builder, db, h => h.Body == db.BodyKey).HasIndex(h => h.Account);
        Scoped<PasswordOpening>(builder, db, o => o.Body == db.BodyKey).HasIndex(o => new { o.Account, o.At });
        Scoped<PasswordPaper>(builder, db, p => p.Body == db.BodyKey).HasIndex(p => p.Account);
        Scoped<Platform>(builder, db, p => p.Body == db.BodyKey).HasIndex(p => new { p.Body, p.Name }).IsUnique();
        Scoped<RiskBaseline>(builder, db, b => b.Body == db.BodyKey).HasIndex(b => new { b.Body, b.Regulation, b.Number }).IsUnique();
        Scoped<AccountRequest>(builder, db, r => r.Body == db.BodyKey).HasIndex(r => r.Account);
        Scoped<TermsReview>(builder, db, t => t.Body == db.BodyKey).HasIndex(t => new { t.Platform, t.Number }).IsUnique();
        Scoped<AccountClosing>(builder, db, c => c.Body == db.BodyKey).HasIndex(c => c.Account);
        Scoped<PlatformAssessment>(builder, db, a => a.Body == db.BodyKey).HasIndex(a => new { a.Request, a.Number }).IsUnique();
        Scoped<PolicyDocument>(builder, db, p => p.Body == db.BodyKey).HasIndex(p => new { p.Account, p.Number }).IsUnique();
        builder.Entity<PolicyDocument>().Property(p => p.Revision).IsConcurrencyToken();
        Scoped<WebsiteLook>(builder, db, l => l.Body == db.BodyKey).HasIndex(l => l.Application);
        Scoped<TermsLook>(builder, db, t => t.Body == db.BodyKey).HasIndex(t => t.Platform);
        Scoped<LinkCapture>(builder, db, c => c.Body == db.BodyKey).HasIndex(c => c.Application);
        Scoped<LinkLook>(builder, db, l => l.Body == db.BodyKey);
        Scoped<MonthlyReport>(builder, db, r => r.Body == db.BodyKey).HasIndex(r => new { r.Body, r.Regulation, r.Month }).IsUnique();
        var tallies = Scoped<CheckTally>(builder, db, t => t.Body == db.BodyKey);
        tallies.HasIndex(t => new { t.Application, t.Rule }).IsUnique();
        tallies.HasIndex(t => new { t.Body, t.Month });
        builder.Entity<Instance>(e => e.HasKey(i => i.Row));
        builder.Entity<Instance>().Property(i => i.Row).ValueGeneratedNever();
        Scoped<WebhookSubscription>(builder, db, s => s.Body == db.BodyKey);
        Scoped<WebhookMessage>(builder, db, m => m.Body == db.BodyKey).HasIndex(m => new { m.Subscription, m.CreatedAt });
        Scoped<IdempotentCall>(builder, db, c => c.Body == db.BodyKey).HasIndex(c => new { c.Token, c.Key }).IsUnique();
        builder.Entity<Serial>(e => e.HasKey(s => new { s.Body, s.Unit, s.Year }));
        builder.Entity<Job>(e => e.HasIndex(j => new { j.DoneAt, j.NotBefore }));
        builder.Entity<Job>().Property(j => j.Id).ValueGeneratedNever();
        builder.Entity<Job>().Property(j => j.Lane).HasDefaultValue(Lane.House);
        builder.Entity<JobMark>(e => e.HasKey(m => new { m.Body, m.Name }));
        builder.Entity<JournalHead>(e => e.HasKey(h => h.Body));
        builder.Entity<JournalHead>().Property(h => h.Number).IsConcurrencyToken();
        builder.Entity<JournalEntry>(e => e.HasKey(j => new { j.Body, j.Number }));
        builder.Entity<JournalEntry>().HasIndex(j => j.Subject);
        builder.Entity<JournalEntry>().HasQueryFilter(j => db.IsUnscoped || j.Body == db.BodyKey);
        SnakeCase(builder);
    }

    private static Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> Scoped<T>(
        ModelBuilder builder, ShiraseDb db, System.Linq.Expressions.Expression<Func<T, bool>> isOfBody)
        where T : class
    {
        var unscoped = System.Linq.Expressions.Expression.Property(
            System.Linq.Expressions.Expression.Constant(db), nameof(ShiraseDb.IsUnscoped));
        var filter = System.Linq.Expressions.Expression.Lambda<Func<T, bool>>(
            System.Linq.Expressions.Expression.OrElse(unscoped, isOfBody.Body), isOfBody.Parameters);
        var entity = builder.Entity<T>();
        entity.HasQueryFilter(filter);
        entity.HasKey("Id");
        entity.Property("Id").ValueGeneratedNever();
        return entity;
    }

    private static void Duties(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Duty> e)
    {
        // One duty of a rule for one thing on one occasion, whichever node opens it
        e.HasIndex(d => new { d.Body, d.Regulation, d.Rule, d.Subject, d.Occasion }).IsUnique();
        e.HasIndex(d => new { d.Body, d.ClosedAt, d.Due });
    }

    private static void Applications(
        Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<PostApplication> e, ModelBuilder builder)
    {
        e.Property(a => a.Revision).IsConcurrencyToken();
        e.Property(a => a.Number).HasMaxLength(64);
        e.HasIndex(a => new { a.Body, a.State });
        e.HasIndex(a => new { a.Body, a.Number });
        e.Ignore(a => a.Current);
        e.Ignore(a => a.RelatedUnits);
        e.Property(a => a.Concerned).HasDefaultValue("");
        e.Property(a => a.FlareUpKind).HasDefaultValue("");
        e.HasMany(a => a.Versions).WithOne().HasForeignKey("ApplicationId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        e.HasMany(a => a.Decisions).WithOne().HasForeignKey("ApplicationId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        e.HasMany(a => a.Confirmations).WithOne().HasForeignKey("ApplicationId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        e.HasMany(a => a.Consultations).WithOne().HasForeignKey("ApplicationId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.Entity<ContentVersion>(v =>
        {
            v.ToTable("content_versions");
            v.Property(x => x.Id).ValueGeneratedNever();
            v.Ignore(x => x.Content);
            v.Property(x => x.Hash).IsConcurrencyToken();
        });
        builder.Entity<Decision>().ToTable("decisions").Property(x => x.Id).ValueGeneratedNever();
        builder.Entity<Confirmation>().ToTable("confirmations").Property(x => x.Id).ValueGeneratedNever();
        builder.Entity<Consultation>().ToTable("consultations").Property(x => x.Id).ValueGeneratedNever();
    }

    private static void Deliveries(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<PostDelivery> e)
    {
        e.Property(d => d.Fence).IsConcurrencyToken();
        e.Property(d => d.State).IsConcurrencyToken();
        e.HasIndex(d => new { d.Body, d.State });
        e.HasIndex(d => d.Application);
        e.Ignore(d => d.Looks);
        e.Property(d => d.LooksJson).HasDefaultValue("[]");
    }

    // One correction stands for a post, and an application corrects one post: neither a second node nor a second press makes two
    private static void Corrections(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Correction> e)
    {
        e.HasIndex(c => c.Target).IsUnique().HasFilter("abandoned_at IS NULL");
        e.HasIndex(c => c.Application).IsUnique();
    }

    // Plain names that read the same in psql and sqlite3
    private static void SnakeCase(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()))
        {
            entity.SetTableName(Snake(entity.GetTableName()!.Replace("AspNet", "", StringComparison.Ordinal)));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
            }
        }
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1])
            ? "_" + char.ToLowerInvariant(c)
            : char.ToLowerInvariant(c).ToString()));
}
