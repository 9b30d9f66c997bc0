using Shirase.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
builder.BindSampleToThisMachine();

builder.Services.AddShell(builder.Environment);

var app = builder.Build();
app.UseShell();
app.MapShell();
await app.RunAsync();
