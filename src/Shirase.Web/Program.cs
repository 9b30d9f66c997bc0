using Microsoft.Extensions.Options;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Channels.Website;
using Shirase.Duties;
using Shirase.Incidents;
using Shirase.Operations;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Posts;
using Shirase.Regulations;
using Shirase.Site;
using Shirase.Storage;
using Shirase.Web.Access;
using Shirase.Web.Api;
using Shirase.Web.Entry;
using Shirase.Web.Operations;
using Shirase.Web.Operations.Telemetry;
using Shirase.Web.Pages.Posts;
using Shirase.Web.Parts;
using Shirase.Web.Posts;
using Shirase.Web.Shell;
using Shirase.Web.Site;
using Shirase.Webhooks;

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
builder.BindSampleToThisMachine();
builder.Logging.KeepPersonalDataOut();

builder.Services
    .AddStorage(builder.Configuration, builder.Environment.ContentRootPath)
    .AddRegulations()
    .AddRegister()
    .AddAccounts(builder.Configuration, builder.Environment.ContentRootPath)
    .AddPosts()
    .AddCaseFiles()
    .AddDrill()
    .AddWebsite()
    .AddBluesky()
    .AddX()
    .AddFacebook()
    .AddMastodon()
    .AddOutbound()
    .AddWebhookSender()
    .AddLinkFollower()
    .AddWebhooks()
    .AddSite(services => services.GetRequiredService<IOptions<InstallationOptions>>().Value.Sample)
    .AddSingleton<IValidateOptions<WebsiteOptions>, WebsiteRules>()
    .AddAccountChecks()
    .AddScoped<Shirase.Web.Pages.Accounts.AccountLines>()
    .AddOfficeMail()
    .AddDuties()
    .AddScoped<Shirase.Web.Pages.Duties.DutyBoard>()
    .AddScoped<Shirase.Web.Pages.Settings.LocalRuleWords>()
    .AddSingleton<Shirase.Web.Registers.IWorkbookWriter, Shirase.Web.Registers.OpenXmlWorkbook>()
    .AddWatch()
    .AddJobs()
    .AddOperations()
    .AddTelemetry()
    .AddSingleton<IClauseIndex>(services => new ClauseIndex(services.GetRequiredService<InstalledRegulations>().Library.All))
    .AddScoped<OwnClauses>().AddScoped<IOwnClauses>(services => services.GetRequiredService<OwnClauses>())
    .AddScoped<IFrameSource, OfficeFrame>()
    .AddShell(builder.Environment)
    .AddEntry(builder.Environment)
    .AddDraftingPages()
    .AddApi();

var app = builder.Build();
app.UseShell();
app.UseRequestSpans();
app.UseApi();
app.UseEntry();
app.UseMiddleware<AccessGate>();
app.MapSite();
app.MapApi();
app.MapHealth();
app.MapTelemetry();
app.MapShell();
return await app.PrepareAndRunAsync();
