using Microsoft.Extensions.Options;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Channels.Website;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Posts;
using Shirase.Regulations;
using Shirase.Site;
using Shirase.Storage;
using Shirase.Web.Access;
using Shirase.Web.Entry;
using Shirase.Web.Pages.Posts;
using Shirase.Web.Parts;
using Shirase.Web.Posts;
using Shirase.Web.Shell;
using Shirase.Web.Site;

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
builder.BindSampleToThisMachine();

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
    .AddOutbound()
    .AddSite(services => services.GetRequiredService<IOptions<InstallationOptions>>().Value.Sample)
    .AddSingleton<IValidateOptions<WebsiteOptions>, WebsiteRules>()
    .AddDuties()
    .AddJobs()
    .AddSingleton<IClauseIndex>(services => new ClauseIndex(services.GetRequiredService<RegulationLibrary>().All))
    .AddScoped<IFrameSource, OfficeFrame>()
    .AddShell(builder.Environment)
    .AddEntry(builder.Environment)
    .AddDraftingPages();

var app = builder.Build();
app.UseShell();
app.UseEntry();
app.UseMiddleware<AccessGate>();
app.MapSite();
app.MapShell();
return await app.PrepareAndRunAsync();
