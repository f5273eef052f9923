<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("loginChooseAuthenticator")}
  <#elseif section = "form">
    <form id="kc-select-credential-form" class="choices" action="${url.loginAction}" method="post">
      <#list auth.authenticationSelections as each>
      <button class="choice" type="submit" name="authenticationExecution" value="${each.authExecId}">
        <span class="choice-name">${msg(each.displayName)}</span>
        <span class="choice-note">${msg(each.helpText)}</span>
      </button>
      </#list>
    </form>
  </#if>
</@layout.registrationLayout>
