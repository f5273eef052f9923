<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <div class="actions">
      <a id="loginContinueLink" class="button primary wide" href="${url.loginAction}">${msg("expiredContinue")}</a>
      <a id="loginRestartLink" class="button wide" href="${url.loginRestartFlowUrl}">${msg("expiredRestart")}</a>
    </div>
  </#if>
</@layout.registrationLayout>
